import type { Chosen } from '../files/chosen.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h, one, svg } from '../ui/dom.ts'
import { icons } from '../ui/draw/icons.ts'
import { type FileHint, hintsInFiles } from './evidence/file-hints.ts'
import { type FormHint, focusOnSentence, hintsInForm, labelOfInput, ownNames } from './form-hints.ts'
import type { HintReason } from './hint-signs.ts'

const REASONS = {
  only: 'report.review.hint.only',
  address: 'report.review.hint.address',
  number: 'report.review.hint.number',
  time: 'report.review.hint.time',
  name: 'report.review.hint.name',
  'file-name': 'report.review.hint.file-name',
  'file-inside': 'report.review.hint.file-inside',
  'file-author': 'report.review.hint.file-author',
} as const satisfies Record<HintReason | FileHint['reason'], string>

/** Something to think about once more: what it is, where it stands, why, and the way there. */
interface Pointed {
  readonly found: string
  readonly place: string
  readonly reason: keyof typeof REASONS
  readonly go: () => void
}

/**
 * Points at what could point back at the author, in words and in files.
 * @param written null where nothing is pointed at
 */
export const showHints = (
  t: ReporterTranslate,
  written: { readonly element: HTMLElement; readonly files: readonly Chosen[] } | null,
  open: (step: string) => void,
): void => {
  const hints = written === null ? [] : pointed(t, written.element, written.files, open)
  const box = (): HTMLElement =>
    h(
      'div',
      { class: 'box warn' },
      h('h2', {}, svg(icons.alert), t('report.review.hint.title')),
      h('p', {}, t('report.review.hint.text')),
      h('ul', { class: 'stack' }, ...hints.map((hint) => hintRow(t, hint))),
      h('p', { class: 'quiet' }, t('report.review.hint.limits')),
    )
  byId('hints').replaceChildren(...(hints.length === 0 ? [] : [box()]))
}

const pointed = (
  t: ReporterTranslate,
  element: HTMLElement,
  files: readonly Chosen[],
  open: (step: string) => void,
): Pointed[] => {
  const inText = ({ input, sentence, reason }: FormHint): Pointed => ({
    ...{ found: sentence, place: labelOfInput(input), reason },
    go: () => {
      open(input.closest('.step')?.id.slice('step-'.length) ?? '')
      focusOnSentence(input, sentence)
    },
  })
  const inFile = ({ id, file, found, reason }: FileHint): Pointed => ({
    // What is found in its name is its name: that need not be said twice.
    ...{ found, place: found === file ? t('files.title') : t.isolate(file), reason },
    go: () => {
      open('evidence')
      one<HTMLElement>(`#file-${id} :is(input, button)`).focus()
    },
  })
  return [...hintsInForm(element, t.language.tag).map(inText), ...hintsInFiles(files, ownNames(element)).map(inFile)]
}

const hintRow = (t: ReporterTranslate, { found, place, reason, go }: Pointed): HTMLElement =>
  h(
    'li',
    {},
    h('p', { class: 'serif', dir: 'auto' }, found),
    h('p', {}, t.labelled(place, t(REASONS[reason]))),
    h(
      'button',
      { type: 'button', class: 'link', 'aria-label': t('report.review.hint.go.to', { what: place }), click: go },
      t('report.review.hint.go'),
    ),
  )
