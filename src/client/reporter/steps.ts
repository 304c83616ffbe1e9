import { all, byId, show } from '../ui/dom.ts'

/** Moves between the steps of a form that lie in one page. */
export interface Steps {
  /** Opens a step, by its section's id without 'step-', and puts the reader at its heading. */
  readonly open: (step: string) => void
  /** Opens the last step and takes all others from the page, with everything that was typed there. */
  readonly end: (step: string) => void
  readonly current: () => string
}

/**
 * The browser's Back goes one step back and not out of the form. Its history tells nothing of that: however many steps
 * were taken, there is one entry more, which names none. Back leads from it to the page's own, and the page returns to it
 * as long as a step lies behind.
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
  /** The steps that led to the current one. */
  let behind: readonly string[] = []
  /** Whether the browser stands at the second entry. */
  let within = false
  const toHeading = (): void => all('h1', byId(`step-${current}`))[0]?.focus()
  const present = (wanted: string): void => {
    current = insteadOf(wanted)
    for (const section of all('section.step')) show(section, section.id === `step-${current}`)
    document.title = `${title} ${(path.includes(current) ? path.indexOf(current) : path.length) + 1}`
  }
  const arrive = (wanted: string): void => {
    present(wanted)
    scrollTo(0, 0)
    toHeading()
    entered(current, wanted)
  }
  const open = (step: string): void => {
    behind = [...behind, current]
    if (!within) history.pushState(null, '')
    within = true
    arrive(step)
  }
  addEventListener('popstate', () => {
    within = !within
    if (within) return
    const [before = current] = behind.slice(-1)
    behind = behind.slice(0, -1)
    arrive(before)
    if (behind.length > 0) history.forward()
  })
  // The link would be an entry of the history, and the part that it leads to begins above the step.
  for (const skip of all('.skip'))
    skip.addEventListener('click', (event) => {
      event.preventDefault()
      toHeading()
    })
  present(first)
  entered(current, first)
  return {
    open,
    end: (step) => {
      open(step)
      behind = []
      for (const section of all('section.step')) if (section.id !== `step-${step}`) section.remove()
    },
    current: () => current,
  }
}
