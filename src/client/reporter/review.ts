import { safeFileName } from '../../domain/file-name.ts'
import type { Chosen } from '../files/chosen.ts'
import type { ReporterKey } from '../i18n/keys.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import type { Way } from './lead-steps.ts'
import { showHints } from './show-hints.ts'

/** How the answers of a page are read back. */
export interface ReadBack {
  /** An answer in words. */
  readonly words: (t: ReporterTranslate, field: string, value: string) => string
  /** The labels of the fields in the order in which they are read back, by the step where each is changed. */
  readonly rows: Readonly<Record<string, readonly Extract<ReporterKey, `field.${string}`>[]>>
}

/** What the page lends to its review. */
interface ReviewNeeds extends Pick<Way, 'said' | 'change'> {
  readonly form: HTMLElement
  readonly files: () => readonly Chosen[]
}

/**
 * Reads everything back before it is sent, and points at what may point at its author; an open report hides nobody, so
 * nothing is pointed at.
 */
export const reviewer =
  (t: ReporterTranslate, back: ReadBack, { form, said, files, change }: ReviewNeeds): (() => void) =>
  () => {
    const { report, identity } = said()
    showAnswers(t, back, { ...identity, ...report }, files(), change)
    showHints(t, report.mode === 'open' ? null : { element: form, files: files() }, change)
  }

/** Each answer with a way to change it. */
const showAnswers = (
  t: ReporterTranslate,
  { rows, words }: ReadBack,
  given: Readonly<Record<string, string | undefined>>,
  files: readonly Chosen[],
  change: (step: string) => void,
): void =>
  byId('answers').replaceChildren(
    ...Object.entries(rows).flatMap(([step, keys]) =>
      keys.flatMap((key) => {
        const field = key.slice('field.'.length)
        const value = given[field]
        return value === undefined ? [] : [row(t, t(key), words(t, field, value), () => change(step))]
      }),
    ),
    ...(files.length === 0
      ? []
      : [row(t, t('field.files'), t.list(files.map(({ name }) => safeFileName(name))), () => change('evidence'))]),
  )

const row = (t: ReporterTranslate, label: string, words: string, change: () => void): HTMLElement =>
  h(
    'div',
    {},
    h('dt', {}, label),
    h('dd', { dir: 'auto' }, words),
    h(
      'dd',
      { class: 'go' },
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': t('report.review.change.what', { what: label }),
          click: change,
        },
        t('report.review.change'),
      ),
    ),
  )
