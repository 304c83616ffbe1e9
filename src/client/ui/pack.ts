/** What the build has written into the page about the rules that it was made with. */

/** SHA-256 of the rules, base64url: what a case and the office's description name them by. */
export const packHash = (): string => {
  const hash = document.documentElement.dataset.pack
  if (hash === undefined) throw new Error('the page names no rules')
  return hash
}

let labels: Readonly<Record<string, string>> | undefined

/** The label of a group or category, or with its kind before the id of a detriment or measure; undefined for an id that these rules do not have. */
export const packLabel = (id: string): string | undefined => {
  labels ??= read()
  return Object.hasOwn(labels, id) ? labels[id] : undefined
}

const read = (): Readonly<Record<string, string>> => {
  const template = document.querySelector<HTMLTemplateElement>('template#labels')
  return template === null ? labelsOfChoices() : JSON.parse(template.content.textContent || '{}')
}

/** Where they can be chosen, the page has every label already: beside its boxes, and in the list of an act to be copied. */
const labelsOfChoices = (): Readonly<Record<string, string>> => {
  const boxes = (field: string): HTMLInputElement[] => [
    ...document.querySelectorAll<HTMLInputElement>(`input[data-field="${field}"]`),
  ]
  const beside = (box: HTMLInputElement): string => box.nextElementSibling?.firstChild?.textContent ?? ''
  const kinds = document
    .querySelector<HTMLTemplateElement>('template#act-entry')
    ?.content.querySelectorAll<HTMLOptionElement>('[data-part="type"] option')
  return Object.fromEntries([
    ...boxes('category').map((box) => [box.value, beside(box)]),
    ...boxes('measures').map((box) => [`interim-measures-${box.value}`, beside(box)]),
    ...[...(kinds ?? [])].map(({ value, text }) => [`detriments-${value}`, text]),
  ])
}
