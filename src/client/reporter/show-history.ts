import { type Correction, correctionsIn } from '../../domain/corrections.ts'
import { receiptCode } from '../../domain/receipt-code.ts'
import type { Step } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { answerWords } from '../ui/answer-words.ts'
import { correctionWords } from '../ui/correction-words.ts'
import { h, svg } from '../ui/dom.ts'
import type { Drawing } from '../ui/draw/drawing.ts'
import { dots } from '../ui/draw/icons.ts'
import { mark } from '../ui/draw/mark.ts'
import { errorWords } from './error-words.ts'
import { eventWords } from './event-words.ts'
import { ownFiles, type SaveFile } from './evidence/own-files.ts'
import { fieldLabel } from './field-label.ts'
import type { OpenedCase } from './opened-case.ts'
import { paragraphs } from './show-texts.ts'
import type { CaseEntry } from './vault.ts'

/** The history of a case, the newest first: who did what on which day, with the text and the receipt of each. */
export const historyRows = (t: ReporterTranslate, opened: OpenedCase, save: SaveFile): Node[] => {
  const { day } = opened.office
  const shared = opened.file.entries.filter(({ lane }) => lane === 'shared')
  const corrections = correctionsIn(shared.filter((entry) => ruleOf(opened, entry) === null))
  const newest = shared.map((entry, index) => ({ entry, before: shared[index - 1] })).toReversed()
  const rowOf = ({ entry, before }: (typeof newest)[number]): HTMLElement =>
    row(t, opened, entry, before, corrections, save)
  const inSight = newest.filter(({ entry }, index) => index < NEWEST || ruleOf(opened, entry) !== null)
  const older = newest.filter((one) => !inSight.includes(one))
  return [
    h('li', {}, svg(dots.open), h('div', {}, h('time', { datetime: day }, t.day(day)), t('case.event.now'))),
    ...inSight.map(rowOf),
    ...(older.length === 0 ? [] : [olderRow(t, older.map(rowOf))]),
  ]
}

/** How many entries are in sight at once, besides those that do not count: whoever looks over a shoulder sees no more. */
const NEWEST = 3

const olderRow = (t: ReporterTranslate, older: readonly Node[]): HTMLElement =>
  h(
    'li',
    {},
    svg(dots.open),
    h(
      'details',
      {},
      h('summary', {}, t('case.history.older', { count: older.length })),
      h('ol', { class: 'spine' }, ...older),
    ),
  )

/** The rule that an entry breaks, or null. */
const ruleOf = ({ story }: OpenedCase, { rule, sequence }: CaseEntry): string | null =>
  rule ?? story.voids.get(sequence) ?? null

const row = (
  t: ReporterTranslate,
  opened: OpenedCase,
  entry: CaseEntry,
  before: CaseEntry | undefined,
  corrections: readonly Correction[],
  save: SaveFile,
): HTMLElement => {
  const { day, sequence, hash } = entry
  const receipt = t('case.event.receipt', { number: sequence + 1, code: receiptCode(hash) })
  const { file, procedure } = opened
  const rule = ruleOf(opened, entry)
  const words = procedure?.entryWords(entry, file.me) ?? eventWords(t, entry, file.me, before)
  return h(
    'li',
    {},
    svg(dotOf(entry)),
    h(
      'div',
      {},
      h('time', { datetime: day }, t.day(day)),
      ...(rule === null ? [words] : [voidBox(t, words, procedure?.ruleWords(rule) ?? errorWords(t, { code: rule }))]),
      ...correctionWords(t, corrections, sequence, (field) => fieldLabel(t, field) ?? field).map((sentence) =>
        h('p', {}, sentence),
      ),
      ...told(t, entry.step, opened),
      ...ownFiles(t, entry.files, save),
      h('p', { class: 'quiet num' }, receipt),
    ),
  )
}

const dotOf = ({ author, kind }: CaseEntry): Drawing =>
  kind === 'identity-opened' || kind === 'release' ? dots.signed : author === null ? dots.reporter : dots.office

/** An entry against the rules: shown, with the rule, and without effect. */
const voidBox = (t: ReporterTranslate, what: string, rule: string): HTMLElement =>
  h(
    'div',
    { class: 'void' },
    h('h3', {}, svg(mark('apart', 'small')), t('case.void.title')),
    h('p', {}, what),
    h('p', {}, rule),
  )

/** The words of a step; how an officer knows somebody who lost theirs is for the reporter to read too. */
const textOf = (step: Step | null): string | undefined => {
  if (step?.type === 'readmitted') return [step.text, step.how].filter(Boolean).join('\n\n')
  return step !== null && 'text' in step ? step.text : undefined
}

/** What the entry says, folded away: a report with all its answers, anything else by its text. */
const told = (t: ReporterTranslate, step: Step | null, opened: OpenedCase): Node[] => {
  if (step?.type === 'report') return [details(t, reportRows(t, step))]
  const text = textOf(step)
  const facts = step?.type === 'procedure' ? (opened.procedure?.factRows(opened, step) ?? []) : []
  const parts = [
    ...(facts.length === 0 ? [] : [rows(facts)]),
    ...(text === undefined ? [] : [h('div', { class: 'said' }, ...paragraphs(text))]),
  ]
  return parts.length === 0 ? [] : [details(t, parts)]
}

const rows = (said: readonly (readonly [label: string, value: string])[]): HTMLElement =>
  h(
    'dl',
    { class: 'answers' },
    ...said.map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', { dir: 'auto' }, value))),
  )

const details = (t: ReporterTranslate, nodes: readonly Node[]): HTMLElement =>
  h('details', {}, h('summary', {}, t('case.event.read')), ...nodes)

const reportRows = (t: ReporterTranslate, step: Step): HTMLElement[] => [
  rows(
    Object.entries(step).flatMap(([field, value]) => {
      const label = fieldLabel(t, field)
      return label === null ? [] : [[label, answerWords(t, field, value)] as const]
    }),
  ),
]
