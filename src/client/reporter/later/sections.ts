import { tongueOfWords } from '../../i18n/key-words.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { byId, type Child, h } from '../../ui/dom.ts'
import type { CaseKey } from '../vault.ts'

/** The step in which a draft is saved: its words first, then the file, and beside them where to keep both. */
export const saveSection = (t: ReporterTranslate, { words, digits }: CaseKey): HTMLElement => {
  const step = section('save', t('draft.save.title'), t('draft.save.lead'), [
    h('h2', {}, t('draft.words')),
    h('p', { class: 'quiet' }, t('draft.words.note')),
    h(
      'ol',
      { class: 'words', 'aria-label': t('draft.key'), lang: tongueOfWords(t.language), translate: 'no' },
      ...words.map((word, at) => h('li', {}, h('b', {}, word), h('code', {}, digits[at] ?? ''))),
    ),
    acts(
      h('button', { type: 'button', class: 'btn', id: 'save-file' }, t('draft.save.file')),
      h('button', { type: 'button', class: 'link', id: 'save-back' }, t('draft.back')),
    ),
    h('p', { id: 'save-status', role: 'status' }),
  ])
  step.append(
    h(
      'aside',
      { class: 'margin', 'aria-label': t('page.notes') },
      note(t('draft.keep.title'), [
        t('draft.keep.apart'),
        t('draft.keep.not'),
        t('draft.keep.seen'),
        t('draft.keep.then'),
      ]),
      note(t('draft.without.title'), [t('draft.without')]),
    ),
  )
  return step
}

/** The step in which a draft is brought back. */
export const resumeSection = (t: ReporterTranslate): HTMLElement =>
  section('resume', t('draft.resume.title'), t('draft.resume.lead'), [
    field(
      t('draft.file'),
      'draft-file',
      h('input', { type: 'file', id: 'draft-file', class: 'in', autocomplete: 'off' }),
    ),
    field(
      t('draft.key'),
      'draft-key',
      h('textarea', { ...TYPED, id: 'draft-key', class: 'in', rows: 4, 'aria-describedby': 'draft-key-hint' }),
      h('p', { class: 'hint', id: 'draft-key-hint' }, t('case.enter.key.hint')),
    ),
    h('p', { class: 'quiet' }, t('draft.replaces')),
    acts(
      h('button', { type: 'button', class: 'btn', id: 'draft-open' }, t('draft.open')),
      h('button', { type: 'button', class: 'link', id: 'resume-back' }, t('draft.back')),
    ),
    h('p', { class: 'quiet' }, t('report.not-sent')),
  ])

const TYPED = { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', dir: 'auto' } as const

/** What was in a draft and has no place in the form any more, and the way on. */
export const showLost = (t: ReporterTranslate, lost: readonly string[], goOn: () => void): void => {
  const box = h(
    'div',
    { class: 'box warn', role: 'alert' },
    h('h2', {}, t('draft.lost')),
    ...lost.map((text) => h('p', { class: 'serif', dir: 'auto' }, text)),
    h('button', { type: 'button', class: 'btn two', click: goOn }, t('report.continue')),
  )
  byId('resume-errors').after(box)
}

const section = (step: string, title: string, lead: string, children: readonly Child[]): HTMLElement =>
  h(
    'section',
    { class: 'sheet step', id: `step-${step}`, hidden: true },
    h('div', { class: 'body' }, h('h1', { tabindex: -1 }, title), h('p', { class: 'lead' }, lead)),
    h(
      'div',
      { class: 'body' },
      h('div', { class: 'errors', id: `${step}-errors`, role: 'alert', tabindex: -1, hidden: true }),
      ...children,
    ),
  )

const acts = (...buttons: readonly HTMLElement[]): HTMLElement => h('div', { class: 'acts' }, ...buttons)

const note = (title: string, sentences: readonly string[]): HTMLElement =>
  h('div', { class: 'note' }, h('h2', {}, title), h('ul', {}, ...sentences.map((sentence) => h('li', {}, sentence))))

const field = (label: string, id: string, input: HTMLElement, ...hint: readonly HTMLElement[]): HTMLElement =>
  h('div', { class: 'field' }, h('label', { class: 'label', for: id }, label), ...hint, input)
