import { all, byId, h } from '../../ui/dom.ts'
import type { Snapshot } from './snapshot.ts'

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const OUT = 'out-'

/**
 * Puts a snapshot into the form in place of what stands there.
 * @returns the texts that found no place, since the page has changed since
 */
export const putSnapshot = (form: HTMLElement, { texts, chosen, acts }: Snapshot): string[] => {
  for (const input of all<Input>('[data-field]', form)) input.value = texts[input.id] ?? ''
  const wanted = new Set(chosen)
  for (const input of all<HTMLInputElement>('[data-choices] input, #readers input', form))
    input.checked = wanted.has(input.id)
  keepOut(chosen.filter((id) => id.startsWith(OUT)))
  putActs(form, acts)
  // What depends on answers looks at them anew, from the outermost question in.
  for (const group of all('fieldset[data-choices], #readers', form)) group.dispatchEvent(new Event('change'))
  const homeless = Object.entries(texts).filter(([id]) => form.querySelector(`#${CSS.escape(id)}[data-field]`) === null)
  return homeless.map(([, text]) => text)
}

/** Whoever was left out stays so, also where the list of the office has not come yet: it takes over what is ticked. */
const keepOut = (ids: readonly string[]): void => {
  const list = byId('readers')
  for (const id of ids.filter((out) => document.getElementById(out) === null)) {
    const input = h('input', { type: 'checkbox', id, value: id.slice(OUT.length), checked: true })
    list.append(h('label', { class: 'choice', hidden: true }, input))
  }
}

const putActs = (form: HTMLElement, acts: Snapshot['acts']): void => {
  const entries = (): HTMLElement[] => all('#acts > li', form)
  for (const entry of entries().slice(acts.length)) entry.remove()
  while (entries().length < acts.length) byId('act-add').click()
  for (const [index, entry] of entries().entries())
    for (const input of all<Input>('[data-part]', entry)) input.value = acts[index]?.[input.dataset.part ?? ''] ?? ''
  form.querySelector('#acts')?.dispatchEvent(new Event('input'))
}
