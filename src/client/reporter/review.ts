import { actWords, parseActs } from '../../domain/acts.ts'
import type { Step } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { answerWords } from '../ui/answer-words.ts'
import { byId, h, svg } from '../ui/dom.ts'
import { icons } from '../ui/draw/icons.ts'
import type { Answers } from './answers.ts'
import { type HintReason, hintsIn } from './hints.ts'

/** The fields in the order in which they are read back, and the step where each is changed. */
const ROWS = [
  ['kind', 'need'],
  ['for_whom', 'whom'],
  ['track', 'whom'],
  ['mode', 'how'],
  ['name', 'how'],
  ['unit', 'how'],
  ['reach', 'how'],
  ['capacity', 'how'],
  ['story', 'what'],
  ['activity_what', 'spoke'],
  ['activity_to', 'spoke'],
  ['activity_when', 'spoke'],
  ['activity_about', 'spoke'],
  ['activity_how', 'spoke'],
  ['acts', 'acts'],
  ['feared', 'acts'],
  ['knowledge_who', 'link'],
  ['knowledge_since', 'link'],
  ['knowledge_timing', 'link'],
  ['knowledge_comparators', 'link'],
  ['knowledge_departures', 'link'],
  ['knowledge_reasons', 'link'],
  ['measures', 'wanted'],
  ['work_duties', 'work'],
  ['work_appraiser', 'work'],
  ['work_contract_end', 'work'],
  ['work_place', 'work'],
  ['work_pay', 'work'],
  ['work_leave', 'work'],
  ['category', 'details'],
  ['when', 'details'],
  ['place', 'details'],
  ['ongoing', 'details'],
  ['persons', 'details'],
  ['basis', 'details'],
  ['reported_before', 'told'],
  ['safety', 'safety'],
  ['guessers', 'safety'],
  ['fear', 'safety'],
  ['evidence', 'evidence'],
  ['witnesses', 'evidence'],
  ['contact_may', 'contact'],
  ['contact_never', 'contact'],
  ['keep_from', 'exclude'],
] as const

/** Reads everything back before it is sent, each answer with a way to change it, and points at what may point back. */
export const showReview = (
  t: ReporterTranslate,
  steps: readonly Step[],
  answers: Answers,
  open: (step: string) => void,
): void => {
  const given: Readonly<Record<string, string | undefined>> = Object.assign({}, ...steps)
  byId('answers').replaceChildren(
    ...ROWS.flatMap(([field, step]) => {
      const value = given[field]
      if (value === undefined) return []
      const label = t(`field.${field}`)
      const change = h(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': t('report.review.change.what', { what: label }),
          click: () => open(step),
        },
        t('report.review.change'),
      )
      return [
        h(
          'div',
          {},
          h('dt', {}, label),
          h('dd', { dir: 'auto' }, answerWords(t, field, value)),
          h('dd', { class: 'go' }, change),
        ),
      ]
    }),
  )
  showHints(t, answers)
}

const REASONS = {
  only: 'report.review.hint.only',
  address: 'report.review.hint.address',
  number: 'report.review.hint.number',
  time: 'report.review.hint.time',
  name: 'report.review.hint.name',
} as const satisfies Record<HintReason, string>

/** The texts in which somebody may give themselves away. An open report hides nobody, so nothing is pointed at. */
const LOOKED_AT = [
  'story',
  'place',
  'persons',
  'evidence',
  'witnesses',
  'fear',
  'title',
  'activity_what',
  'activity_how',
  'feared',
  'knowledge_who',
  'knowledge_timing',
  'knowledge_comparators',
]

const showHints = (t: ReporterTranslate, answers: Answers): void => {
  const inActs = (parseActs(answers.acts ?? '') ?? []).flatMap((act) => actWords.map((name) => act[name] ?? ''))
  const text = [...LOOKED_AT.map((field) => answers[field] ?? ''), ...inActs].join('\n')
  const hints = answers.mode === 'open' ? [] : hintsIn(text, t.language.tag, [answers['sealed-name'] ?? ''])
  byId('hints').replaceChildren(
    ...hints.map(({ sentence, reason }) =>
      h(
        'div',
        { class: 'box warn' },
        h('h2', {}, svg(icons.alert), t('report.review.hint.title')),
        h('p', { class: 'serif', dir: 'auto' }, sentence),
        h('p', {}, `${t(REASONS[reason])} ${t('report.review.hint.text')}`),
      ),
    ),
  )
}
