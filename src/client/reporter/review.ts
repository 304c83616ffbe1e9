import { safeFileName } from '../../domain/file-name.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h, svg } from '../ui/dom.ts'
import { icons } from '../ui/draw/icons.ts'
import type { Form } from './form.ts'
import { type FormHint, focusOnSentence, hintsInForm, labelOfInput } from './form-hints.ts'
import type { HintReason } from './hint-signs.ts'

/** Reads everything back before it is sent, each answer with a way to change it, and points at what may point back. */
export const showReview = (
  t: ReporterTranslate,
  form: Form,
  { element, files }: { element: HTMLElement; files: readonly { readonly name: string }[] },
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
  showHints(t, answers.mode === 'open' ? [] : hintsInForm(element, t.language.tag), open)
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

const REASONS = {
  only: 'report.review.hint.only',
  address: 'report.review.hint.address',
  number: 'report.review.hint.number',
  time: 'report.review.hint.time',
  name: 'report.review.hint.name',
} as const satisfies Record<HintReason, string>

const showHints = (t: ReporterTranslate, hints: readonly FormHint[], open: (step: string) => void): void =>
  byId('hints').replaceChildren(
    ...(hints.length === 0
      ? []
      : [
          h(
            'div',
            { class: 'box warn' },
            h('h2', {}, svg(icons.alert), t('report.review.hint.title')),
            h('p', {}, t('report.review.hint.text')),
            h('ul', { class: 'stack' }, ...hints.map((hint) => hintRow(t, hint, open))),
            h('p', { class: 'quiet' }, t('report.review.hint.limits')),
          ),
        ]),
  )

const hintRow = (
  t: ReporterTranslate,
  { input, sentence, reason }: FormHint,
  open: (step: string) => void,
): HTMLElement => {
  const step = input.closest('.step')?.id.slice('step-'.length) ?? ''
  const go = (): void => {
    open(step)
    focusOnSentence(input, sentence)
  }
  const label = labelOfInput(input)
  return h(
    'li',
    {},
    h('p', { class: 'serif', dir: 'auto' }, sentence),
    h('p', {}, `${label}: `, t(REASONS[reason])),
    h(
      'button',
      { type: 'button', class: 'link', 'aria-label': t('report.review.hint.go.to', { what: label }), click: go },
      t('report.review.hint.go'),
    ),
  )
}
