import { safeFileName } from '../../domain/file-name.ts'
import type { Chosen } from '../files/chosen.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import type { Form } from './form.ts'
import { showHints } from './show-hints.ts'

/** Reads everything back before it is sent, each answer with a way to change it, and points at what may point back. */
export const showReview = (
  t: ReporterTranslate,
  form: Form,
  { element, files }: { element: HTMLElement; files: readonly Chosen[] },
  open: (step: string) => void,
): void => {
  const answers = form.answers()
  const { report, identity } = form.said(answers)
  const given: Readonly<Record<string, string | undefined>> = { ...identity, ...report }
  byId('answers').replaceChildren(
    ...Object.entries(form.rows).flatMap(([step, keys]) =>
      keys.flatMap((key) => {
        const field = key.slice('field.'.length)
        const value = given[field]
        return value === undefined ? [] : [row(t, t(key), form.words(field, value), () => open(step))]
      }),
    ),
    ...(files.length === 0
      ? []
      : [row(t, t('field.files'), t.list(files.map(({ name }) => safeFileName(name))), () => open('evidence'))]),
  )
  // An open report hides nobody, so nothing is pointed at.
  showHints(t, answers.mode === 'open' ? null : { element, files }, open)
}

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
