import { all, byId, show } from '../ui/dom.ts'

/** Moves between the steps of a form that lie in one page. */
export interface Steps {
  /** Opens a step, by its section's id without 'step-', and puts the reader at its heading. */
  readonly open: (step: string) => void
  readonly current: () => string
}

/**
 * The browser's Back goes one step back and not out of the form: each step is an entry of the history, under the same
 * address and holding only its name.
 * @param path the steps in their order, whose numbers tell the entries of the history apart; what is not on it comes last
 * @param entered called with each step that is opened, however one came to it, and with the one that was wanted
 * @param insteadOf which step opens where another is wanted: as a rule that one
 */
export const makeSteps = (
  path: readonly string[],
  entered: (step: string, wanted: string) => void,
  insteadOf: (wanted: string) => string,
): Steps => {
  const title = document.title
  const [first = ''] = path
  let current = first
  const present = (wanted: string, focus: boolean): void => {
    const step = insteadOf(wanted)
    current = step
    for (const section of all('section.step')) show(section, section.id === `step-${step}`)
    document.title = `${title} ${(path.includes(step) ? path.indexOf(step) : path.length) + 1}`
    if (focus) {
      scrollTo(0, 0)
      all('h1', byId(`step-${step}`))[0]?.focus()
    }
    entered(step, wanted)
  }
  history.replaceState({ step: first }, '')
  addEventListener('popstate', ({ state }) => {
    // A step that came later is gone after the page was loaded anew; the browser's history may still name it.
    present(document.getElementById(`step-${state?.step}`) === null ? first : state.step, true)
  })
  present(first, false)
  return {
    open: (step) => {
      history.pushState({ step: insteadOf(step) }, '')
      present(step, true)
    },
    current: () => current,
  }
}
