import type { Step } from '../../domain/steps.ts'
import type { Story } from '../../domain/story.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { answerWords } from '../ui/answer-words.ts'
import { h, svg } from '../ui/dom.ts'
import type { Drawing } from '../ui/draw/drawing.ts'
import { dots } from '../ui/draw/icons.ts'
import { mark } from '../ui/draw/mark.ts'
import { errorWords } from './error-words.ts'
import { eventWords } from './event-words.ts'
import { fieldLabel } from './field-label.ts'
import { shortCode } from './receipt.ts'
import { paragraphs } from './show-texts.ts'
import type { CaseEntry } from './vault.ts'

/** The history of a case, the newest first: who did what on which day, with the text and the receipt of each. */
export const historyRows = (
  t: ReporterTranslate,
  entries: readonly CaseEntry[],
  story: Story,
  today: string,
): Node[] => [
  h('li', {}, svg(dots.open), h('div', {}, h('time', { datetime: today }, t.day(today)), t('case.event.now'))),
  ...sharedEntries(entries)
    .map((entry, index, all) => row(t, entry, all[index - 1], entry.rule ?? story.voids.get(entry.sequence) ?? null))
    .toReversed(),
]

const sharedEntries = (entries: readonly CaseEntry[]): CaseEntry[] => entries.filter(({ lane }) => lane === 'shared')

const row = (
  t: ReporterTranslate,
  entry: CaseEntry,
  before: CaseEntry | undefined,
  rule: string | null,
): HTMLElement => {
  const { day, sequence, hash } = entry
  const receipt = t('case.event.receipt', { number: sequence + 1, code: shortCode(hash) })
  return h(
    'li',
    {},
    svg(dotOf(entry)),
    h(
      'div',
      {},
      h('time', { datetime: day }, t.day(day)),
      ...(rule === null ? [eventWords(t, entry, before)] : [voidBox(t, rule)]),
      ...told(t, entry.step),
      h('p', { class: 'quiet num' }, receipt),
    ),
  )
}

const dotOf = ({ author, kind }: CaseEntry): Drawing =>
  kind === 'identity-opened' ? dots.signed : author === null ? dots.reporter : dots.office

/** An entry against the rules: shown, with the rule, and without effect. */
const voidBox = (t: ReporterTranslate, rule: string): HTMLElement =>
  h(
    'div',
    { class: 'void' },
    h('h3', {}, svg(mark('apart', 'small')), t('case.void.title')),
    h('p', {}, errorWords(t, { code: rule })),
  )

/** What the entry says, folded away: a report with all its answers, anything else by its text. */
const told = (t: ReporterTranslate, step: Step | null): Node[] => {
  if (step?.type === 'report') return [details(t, reportRows(t, step))]
  const text = step !== null && 'text' in step ? step.text : undefined
  return text === undefined ? [] : [details(t, [h('div', { class: 'said' }, ...paragraphs(text))])]
}

const details = (t: ReporterTranslate, nodes: readonly Node[]): HTMLElement =>
  h('details', {}, h('summary', {}, t('case.event.read')), ...nodes)

const reportRows = (t: ReporterTranslate, step: Step): HTMLElement[] => [
  h(
    'dl',
    { class: 'answers' },
    ...Object.entries(step).flatMap(([field, value]) => {
      const label = fieldLabel(t, field)
      return label === null
        ? []
        : [h('div', {}, h('dt', {}, label), h('dd', { dir: 'auto' }, answerWords(t, field, value)))]
    }),
  ),
]
