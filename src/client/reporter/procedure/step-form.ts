import { known } from '../../../domain/pack/rules.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { takeStep } from '../../../domain/procedure/run.ts'
import { byId, h } from '../../ui/dom.ts'
import { wireChoices } from '../choices.ts'
import { errorWords } from '../error-words.ts'
import { clearProblems, showProblems } from '../errors.ts'
import type { FilesField } from '../evidence/files-field.ts'
import { sentWithFiles } from '../evidence/sent-with-files.ts'
import { onceOn } from '../once.ts'
import { aboutForm } from './about.ts'
import { ruleWords } from './entry-words.ts'
import { fieldOf, valuesIn } from './fields.ts'
import { needsForm } from './needs.ts'
import type { Send } from './procedure.ts'
import type { Question, StepForm, Values } from './question.ts'
import { inWords, reporterOf, type View } from './view.ts'

/** Steps that are nothing but what the person says with them. */
const ONLY_WORDS = ['answer-material', 'give-information', 'ask-informal', 'settlement-broken']

/** Steps that say one thing and no more. */
const WORDLESS = ['read', 'undo-withdrawal', 'restore-limit', 'release']

/**
 * A step's form, folded under its name: what it does, what it asks, and the button that signs it.
 * @param actFiles those that show an act, which a step that adds one takes along
 */
export const stepForm = (view: View, id: string, send: Send, actFiles?: FilesField): HTMLElement => {
  const { t, setting } = view
  const line = known(setting.rules.transitions, id)
  const parts = [needsForm(view, line), aboutForm(view, line), wordsForm(view, id)]
  const files = line.about?.kind === 'add-acts' ? actFiles : undefined
  const box = `step-${id}-errors`
  const help = `case.step.${id}.help`
  const form = h(
    'form',
    { class: 'act', id: `step-${id}`, autocomplete: 'off', novalidate: true },
    h('div', { class: 'errors', id: box, role: 'alert', tabindex: -1, hidden: true }),
    ...(t.has(help) ? [h('p', {}, t(help))] : []),
    ...parts.flatMap(({ questions }) => questions).map((question) => fieldOf(`step-${id}`, question)),
    // The form takes in what stands in the page.
    ...(files ? [byId(files.id)] : []),
    h('div', { class: 'acts' }, h('button', { type: 'submit', class: 'btn' }, inWords(view, line.label))),
  )
  wireChoices(form)
  onceOn(form, 'submit', async () => {
    clearProblems(box)
    const step = stepOf(view, id, parts, valuesIn(form))
    const problem = problemOf(view, step)
    if (problem !== null) return showProblems(box, problem, [])
    await sentWithFiles(t, box, files, () => send(step, files && showing(files, step)))
  })
  return h('details', { class: 'step', 'data-step': id }, h('summary', {}, inWords(view, line.label)), form)
}

/** The files, each of which shows the act that the step adds. */
const showing = (files: FilesField, { about = {} }: SealedStep): FilesField => ({
  ...files,
  send: async (...to) => (await files.send(...to)).map((file) => ({ ...file, act: Object.keys(about)[0] })),
})

const wordsForm = ({ t }: View, id: string): StepForm => {
  const needed = ONLY_WORDS.includes(id)
  const label = t(needed ? 'case.write.label' : 'case.step.words')
  const question: Question = { name: 'text', kind: 'text', label, hint: t('case.write.hint') }
  return { questions: WORDLESS.includes(id) ? [] : [question], said: () => ({}) }
}

/** The step that the answers make, signed with the words that go along. */
const stepOf = ({ t }: View, transition: string, parts: readonly StepForm[], values: Values): SealedStep => {
  const said = parts.map((part) => part.said(values))
  return {
    ...{ type: 'procedure', transition },
    facts: Object.assign({}, ...said.map(({ facts }) => facts)),
    about: Object.assign({}, ...said.map(({ about }) => about)),
    ...(values.text ? { text: values.text, language: t.language.tag } : {}),
  }
}

/** Why the step would have no effect: by the same engine that every reader of the case judges it with. */
export const problemOf = (view: View, step: SealedStep): string | null => {
  const { t, setting, progress, today } = view
  if (ONLY_WORDS.includes(step.transition) && !step.text) return t('case.write.empty')
  const sequence = (view.opened.file.entries.at(-1)?.sequence ?? 0) + 1
  const after = takeStep(setting, progress, { ...step, sequence, day: today, author: reporterOf(view) })
  const fault = after.voids.get(sequence)
  return fault === undefined ? null : (ruleWords(view, fault) ?? errorWords(t, { code: fault }))
}
