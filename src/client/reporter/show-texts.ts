import { h } from '../ui/dom.ts'

/** A text as its paragraphs, each in its own direction. Markup in it stays text. */
export const paragraphs = (text: string): HTMLElement[] =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => h('p', { dir: 'auto', class: 'lines' }, part))
