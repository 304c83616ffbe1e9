import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h, svg } from '../ui/dom.ts'
import { icons } from '../ui/draw/icons.ts'
import type { Answers } from './answers.ts'
import type { Form } from './form.ts'
import { type HintReason, hintsIn } from './hints.ts'

/** Reads everything back before it is sent, each answer with a way to change it, and points at what may point back. */
export const showReview = (t: ReporterTranslate, form: Form, open: (step: string) => void): void => {
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
  )
  showHints(t, answers, form.texts(answers))
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

/** An open report hides nobody, so nothing is pointed at. */
const showHints = (t: ReporterTranslate, answers: Answers, texts: readonly (string | undefined)[]): void => {
  const text = texts.filter(Boolean).join('\n')
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
