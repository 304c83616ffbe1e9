import { safeFileName } from '../../domain/file-name.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import type { Form } from './form.ts'

/** Reads everything back before it is sent, each answer with a way to change it. */
export const showReview = (
  t: ReporterTranslate,
  form: Form,
  files: readonly { readonly name: string }[],
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
