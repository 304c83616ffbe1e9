import { byId, type Child, h, show, svg } from '../ui/dom.ts'
import { icons } from '../ui/draw/icons.ts'

/** One thing to put right: what, and the input that it is about. */
export interface Problem {
  readonly words: readonly Child[]
  readonly input?: string
}

/** Says what is wrong above a form and moves the reader there, marking the inputs. */
export const showProblems = (box: string, title: string, problems: readonly Problem[]): void => {
  clearProblems(box)
  const list = problems.map(({ words, input }) => h('li', {}, ...(input ? [jump(input, words)] : words)))
  const errors = byId(box)
  errors.append(h('h2', {}, svg(icons.alert), title), ...(list.length > 0 ? [h('ul', {}, ...list)] : []))
  errors.setAttribute('aria-label', title)
  show(errors)
  for (const { input } of problems) if (input) mark(byId(input))
  errors.focus()
}

/** Takes away what was said about errors. */
export const clearProblems = (box: string): void => {
  const errors = byId(box)
  errors.replaceChildren()
  show(errors, false)
  for (const input of errors.parentElement?.querySelectorAll('[aria-invalid]') ?? []) unmark(input)
}

const jump = (input: string, words: readonly Child[]): HTMLAnchorElement =>
  h(
    'a',
    {
      href: `#${input}`,
      click: (event) => {
        event.preventDefault()
        byId(input).focus()
      },
    },
    ...words,
  )

const mark = (input: HTMLElement): void => {
  input.setAttribute('aria-invalid', 'true')
  input.classList.add('bad')
}

const unmark = (input: Element): void => {
  input.removeAttribute('aria-invalid')
  input.classList.remove('bad')
}
