import { type Act, actDays, actsText, dayOfAct } from '../../../domain/acts.ts'
import { isDay } from '../../../domain/days.ts'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { verdictLabel } from '../../../domain/pack/words.ts'
import { actsOf } from '../../../domain/procedure/acts.ts'
import { checkInAnswers, checkIns } from '../../../domain/procedure/check-ins.ts'
import { actId } from '../../../domain/procedure/from-told.ts'
import { answers, itemsOf } from '../../../domain/procedure/items.ts'
import { actName } from './acts.ts'
import type { Question, StepForm, Values } from './question.ts'
import { inWords, labelIn, type View } from './view.ts'

const NOTHING: StepForm = { questions: [], said: () => ({}) }

/** Asks what a step says of acts, promises or check-ins. */
export const aboutForm = (view: View, { about }: TransitionLine): StepForm => {
  switch (about?.kind) {
    case 'add-acts':
      return addActs(view)
    case 'judge-acts':
      return judgeActs(view, about)
    case 'answer-items':
      return answerEach(reportedItems(view), answers, view)
    case 'answer-check-in':
      return answerEach(openCheckIns(view), checkInAnswers, view)
    default:
      return NOTHING
  }
}

/** Acts that are added, named after those that are there; of one of which no day is known that is said. */
export const addedActs = ({ progress, today }: View, acts: readonly Act[]) => {
  const had = actsOf(progress.history).size
  const dayOf = (act: Act): string => act.known ?? act.notified ?? dayOfAct(act) ?? ''
  return {
    facts: { acts: actsText(acts) },
    about: Object.fromEntries(
      acts.map((act, index) => [actId(had + index), isDay(dayOf(act)) && dayOf(act) <= today ? dayOf(act) : 'unknown']),
    ),
  }
}

const addActs = (view: View): StepForm => {
  const { t, setting } = view
  const kinds = setting.rules.pack.detriments.map(({ id, label }) => ({ value: id, label: inWords(view, label) }))
  const open = { value: '', label: t('act.untyped') }
  return {
    questions: [
      { name: 'type', kind: 'list', label: t('case.act.type'), options: [open, ...kinds] },
      ...actDays.map((name): Question => ({ name, kind: 'day', label: t(`act.${name}`) })),
      { name: 'by', kind: 'line', label: t('act.by') },
      { name: 'effect', kind: 'text', label: t('act.effect') },
    ],
    said: (values) => addedActs(view, [actIn(values)]),
  }
}

/** The act in the answers; a part that is empty is left out when it is sealed. */
const actIn = ({ type, known, taken, notified, by, effect }: Values): Act => {
  const parts = { type, known, taken, notified, by, effect }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) as Act
}

/** What the reporter may say of each act is one thing only: where all are meant nothing is asked, else which. */
const judgeActs = (view: View, { verdicts = {}, every }: NonNullable<TransitionLine['about']>): StepForm => {
  const eligible = [...actsOf(view.progress.history).values()].filter(({ verdict }) => Object.hasOwn(verdicts, verdict))
  const said = (ids: readonly string[]) => ({
    about: Object.fromEntries(
      eligible.filter(({ id }) => ids.includes(id)).map(({ id, verdict }) => [id, verdicts[verdict]?.[0] ?? '']),
    ),
  })
  if (every) return { questions: [], said: () => said(eligible.map(({ id }) => id)) }
  const options = eligible.map(({ id }) => ({ value: id, label: actName(view, id) }))
  const question: Question = { name: 'acts', kind: 'many', label: view.t('case.acts.which'), options }
  return { questions: [question], said: ({ acts = '' }) => said(acts.split(' ')) }
}

interface Asked {
  readonly id: string
  readonly label: string
}

/** One choice for each; what is left open is not answered. */
const answerEach = (asked: readonly Asked[], choices: readonly string[], { t, setting }: View): StepForm => ({
  questions: asked.map(({ id, label }) => ({
    ...{ name: id, kind: 'one', label },
    options: choices.map((value) => ({ value, label: verdictLabel(setting.rules.pack, value, t.language.tag) })),
  })),
  said: (values) => ({
    about: Object.fromEntries(asked.flatMap(({ id }) => (values[id] ? [[id, values[id]]] : []))),
  }),
})

const reportedItems = ({ progress }: View): readonly Asked[] =>
  [...itemsOf(progress.history).values()]
    .filter(({ reported }) => reported === 'done')
    .map(({ id }) => ({ id, label: id }))

const openCheckIns = (view: View): readonly Asked[] =>
  checkIns(view.setting, view.progress, view.today)
    .filter(({ status }) => status === 'open')
    .map(({ id }) => ({
      id,
      label: view.t('case.check-in.ask', { what: labelIn(view, view.setting.rules.pack['check-ins'], id) }),
    }))
