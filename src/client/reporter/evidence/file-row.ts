import { safeFileName } from '../../../domain/file-name.ts'
import { asks, type Chosen, contentOf } from '../../files/chosen.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { h } from '../../ui/dom.ts'
import type { ToldAct } from '../acts-form.ts'
import { lookWords } from './look-words.ts'
import { dropPlayers, player } from './player.ts'
import { sizeWords } from './size-words.ts'

/** What can be done with a file of the list. */
export interface RowActs {
  readonly remove: (id: number) => void
  readonly decide: (id: number, asItIs: boolean) => void
  readonly tie: (id: number, act: string) => void
  /** Takes a recording away and begins another. */
  readonly again: (id: number) => void
}

/** One file: its name and size, what was found, the choice where something remains, and the way to take it away. */
export const fileRow = (
  t: ReporterTranslate,
  chosen: Chosen,
  acts: readonly ToldAct[],
  { remove, decide, again, tie }: RowActs,
): HTMLLIElement => {
  const name = safeFileName(chosen.name)
  const { id, looked, voice } = chosen
  const label = `file-${id}`
  return h(
    'li',
    // Who is told to wait for it can go there.
    { id: label, tabindex: -1 },
    h('p', {}, h('b', {}, h('bdi', {}, name)), ` ${sizeWords(t, contentOf(chosen).size)}`),
    ...lookWords(t, chosen),
    ...(voice ? heard(t, chosen, name, again) : []),
    ...(acts.length > 0 ? actChoice(t, chosen, acts, tie) : []),
    ...(asks(looked) ? [choice(t, chosen, name, decide)] : []),
    h(
      'button',
      { type: 'button', class: 'link', 'aria-label': t('files.remove.what', { name }), click: () => remove(id) },
      t('files.remove'),
    ),
  )
}

/** Puts a row in the place of another. Whoever stood on the old one stands at the same place of the new one. */
export const replaceRow = (old: HTMLElement, row: HTMLElement): void => {
  const stood = old.contains(document.activeElement)
  dropPlayers(old)
  old.replaceWith(row)
  // Only its last button is there before a file has been looked at.
  if (stood) [...row.querySelectorAll('button')].at(-1)?.focus()
}

/** Which of the acts it shows. */
const actChoice = (t: ReporterTranslate, chosen: Chosen, acts: readonly ToldAct[], tie: RowActs['tie']): Node[] => {
  const id = `file-${chosen.id}-act`
  const options = acts.map(({ key, title }) => h('option', { value: key }, title))
  const select = h(
    'select',
    { class: 'in', id, change: () => tie(chosen.id, select.value) },
    h('option', { value: '' }, t('files.act.none')),
    ...options,
  )
  select.value = acts.some(({ key }) => key === chosen.act) ? (chosen.act ?? '') : ''
  return [h('label', { class: 'label', for: id }, t('files.act')), select]
}

/** The ways to hear a recording, and to make it anew. */
const heard = (t: ReporterTranslate, chosen: Chosen, name: string, again: RowActs['again']): Node[] => [
  player(t, name, contentOf(chosen)),
  h('p', { class: 'quiet' }, t('files.listen.hint')),
  h('button', { type: 'button', class: 'link', click: () => again(chosen.id) }, t('files.record.again')),
]

const choice = (
  t: ReporterTranslate,
  { id, asItIs }: Chosen,
  name: string,
  decide: RowActs['decide'],
): HTMLLabelElement => {
  const input = h('input', { type: 'checkbox', id: `file-${id}-send`, change: () => decide(id, input.checked) })
  input.checked = asItIs
  return h('label', { class: 'choice' }, input, h('span', {}, t('files.as-it-is', { name })))
}
