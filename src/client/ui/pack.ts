import type { Messages } from '../i18n/message.ts'
import { readRows } from '../i18n/rows.ts'

/** What the build has written into the page about the rules that it was made with. */

/** SHA-256 of the rules, base64url: what a case and the office's description name them by. */
export const packHash = (): string => {
  const hash = document.documentElement.dataset.pack
  if (hash === undefined) throw new Error('the page names no rules')
  return hash
}

let labels: Messages | undefined

/** The label of a group or category, or with its kind before the id of a detriment or measure; undefined for an id that is not known. */
export const packLabel = (id: string): string | undefined => {
  labels ??= read()
  const label = Object.hasOwn(labels, id) ? labels[id] : undefined
  return typeof label === 'string' ? label : undefined
}

/** Labels that come after the page, with the rules of a case: they stand before those of the page. */
export const learnLabels = (more: Messages): void => {
  labels = { ...(labels ?? read()), ...more }
}

const read = (): Messages => {
  const template = document.querySelector<HTMLTemplateElement>('template#labels')
  return template === null ? labelsOfChoices() : readRows(template.content.textContent ?? '')
}

/** Where they can be chosen, the page has every label already: beside its boxes, and in the list of an act to be copied. */
const labelsOfChoices = (): Readonly<Record<string, string>> => {
  const labelsIn = (field: string, before: string): [id: string, label: string][] =>
    [...document.querySelectorAll(`[data-choices="${field}"] > .choice > input`)].map((box) => [
      before + box.id.slice(field.length + 1),
      box.nextElementSibling?.firstChild?.textContent ?? '',
    ])
  const kinds = document
    .querySelector<HTMLTemplateElement>('template#act-entry')
    ?.content.querySelectorAll<HTMLOptionElement>('[data-part="type"] option')
  return Object.fromEntries([
    ...labelsIn('category', ''),
    ...labelsIn('measures', 'interim-measures-'),
    ...[...(kinds ?? [])].map(({ value, text }) => [`detriments-${value}`, text]),
  ])
}
