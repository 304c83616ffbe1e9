import { byId } from './dom.ts'

const PRESSES = 3

/** What a page must forget before somebody leaves it: keys in the worker, prompts about unsaved words. */
type Forget = () => void

/**
 * Arms every way out: the button, Escape pressed three times with nothing else between, and whatever else takes somebody
 * away. The page is cleared first, so that a slow line leaves nothing on the screen and a browser that keeps pages in
 * memory keeps an empty one; the exit also takes this page's place in the history.
 */
export const armExit = (forget: Forget = () => undefined): void => {
  const exit: HTMLElement & { readonly href?: string } = byId('exit')
  const clear = (): void => {
    forget()
    document.title = ''
    document.body.replaceChildren()
  }
  const leave = (): void => {
    clear()
    // A page that lies on the device reaches no network, by its exit neither.
    location.replace(exit.href ?? 'about:blank')
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
  addEventListener('pagehide', clear)
  // A page that comes back from the browser's memory is an empty one.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
