import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, h, show } from '../ui/dom.ts'
import { watchIdle } from '../ui/idle.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import { onceOn } from './once.ts'

/** Minutes without a key, a click or a touch after which a page covers itself. */
const COVER_MINUTES = 5

/** Says what is wrong with a typed key; nothing where it is the one that opened the page. */
export type CheckKey = (typed: string) => Promise<readonly Problem[]>

/**
 * Covers the page when nobody is there. It stays as it is behind the cover, so that nothing typed is lost; only the way
 * out stays in sight.
 * @param keyed how the key is checked that shows the page again; null while a press is enough, since no key opened it
 */
export const armCover = (t: ReporterTranslate, keyed: () => CheckKey | null = () => null): void => {
  watchIdle((minutes) => {
    if (minutes >= COVER_MINUTES && document.getElementById('cover') === null) cover(t, keyed())
  })
}

const cover = (t: ReporterTranslate, check: CheckKey | null): void => {
  const covered = all('.page > :not(.out), .skip').filter(({ hidden }) => !hidden)
  const before = document.activeElement
  const form = coverForm(t, check !== null)
  const sheet = h('main', { id: 'cover' }, h('div', { class: 'sheet' }, h('div', { class: 'body' }, form)))
  onceOn(form, 'submit', async () => {
    const problems = (await check?.(form.querySelector('textarea')?.value ?? '')) ?? []
    clearProblems('cover-errors')
    if (problems.length > 0)
      return showProblems('cover-errors', t('report.error.title', { count: problems.length }), problems)
    sheet.remove()
    for (const part of covered) show(part)
    if (before instanceof HTMLElement) before.focus()
  })
  for (const part of covered) show(part, false)
  document.querySelector('.page')?.append(sheet)
  form.querySelector('h1')?.focus()
}

const coverForm = (t: ReporterTranslate, keyed: boolean): HTMLFormElement => {
  const input = {
    id: 'cover-key',
    class: 'in',
    rows: 4,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
  }
  const field = h(
    'div',
    { class: 'field' },
    h('label', { class: 'label', for: 'cover-key' }, t('cover.key')),
    h('textarea', { ...input, dir: 'auto' }),
  )
  return h(
    'form',
    { autocomplete: 'off', novalidate: true, class: 'stack' },
    h('h1', { tabindex: -1 }, t('cover.title')),
    h('p', {}, t('cover.text')),
    h('div', { class: 'errors', id: 'cover-errors', role: 'alert', tabindex: -1, hidden: true }),
    ...(keyed ? [field] : []),
    h('button', { class: 'btn' }, t('cover.show')),
  )
}
