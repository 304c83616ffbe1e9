import { type Drawing, svgAttributes } from './draw/drawing.ts'

/** What may stand inside an element: nodes and plain text. Markup in a text stays text. */
export type Child = Node | string

type Attribute = string | number | boolean | undefined
type Listener = (event: Event) => void

/**
 * Makes an element. Attributes are set as such: `true` means present and empty, `false` or undefined absent; a function
 * listens to the event of its name.
 */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute | Listener>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** Makes the <svg> element of a drawing. */
export const svg = (drawing: Drawing): SVGSVGElement => {
  const root = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries(svgAttributes(drawing))) root.setAttribute(name, value)
  for (const { tag, attributes, words } of drawing.shapes) {
    const shape = document.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value))
    if (words !== undefined) shape.append(words)
    root.append(shape)
  }
  return root
}

/** The element with this id. @throws Error where the page has none: the page and its script belong together. */
export const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no #${id}`)
  return element
}

/** The first element that fits the selector. @throws Error where there is none. */
export const one = <Type extends Element = HTMLElement>(selector: string, inside: ParentNode = document): Type => {
  const element = inside.querySelector<Type>(selector)
  if (element === null) throw new Error(`the page has no ${selector}`)
  return element
}

/** Every element that fits the selector. */
export const all = <Type extends Element = HTMLElement>(selector: string, inside: ParentNode = document): Type[] => [
  ...inside.querySelectorAll<Type>(selector),
]

/** Shows or hides an element for everybody, screen readers included. */
export const show = (element: HTMLElement, shown = true): void => {
  element.hidden = !shown
}
