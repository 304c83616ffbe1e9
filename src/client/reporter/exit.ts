import { byId } from '../ui/dom.ts'

const PRESSES = 3

/** What a page must forget before somebody leaves it: keys in the worker, prompts about unsaved words. */
type Forget = () => void

/**
 * Arms the exit: the button, and Escape pressed three times with nothing else between. It clears the page first, so that
 * a slow line leaves nothing on the screen, and takes this page's place in the history.
 */
export const armExit = (forget: Forget = () => undefined): void => {
  const exit = byId('exit') as HTMLAnchorElement
  const leave = (): void => {
    forget()
    document.title = ''
    document.body.replaceChildren()
    location.replace(exit.href)
  }
  exit.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let presses = 0
  document.addEventListener('keydown', ({ key, repeat }) => {
    if (repeat) return
    presses = key === 'Escape' ? presses + 1 : 0
    if (presses === PRESSES) leave()
  })
}

/** A page that the browser kept in memory must not come back with its words when somebody presses Back. */
export const forgetOnReturn = (): void => {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
