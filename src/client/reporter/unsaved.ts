import { all } from '../ui/dom.ts'

/** Whether anything was written, which took somebody longer than choosing. */
export const isWritten = (element: HTMLElement): boolean =>
  all<HTMLInputElement>('textarea, input[type=text]', element).some(({ value }) => value.trim() !== '')

/**
 * Asks before unsent words are lost by closing the page; the exit is the one way out that never asks.
 * @returns what to do before somebody leaves: ask no more, and forget
 */
export const armForgetting = (unsaved: () => boolean, forget: () => void): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => {
    if (unsaved()) event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  return () => {
    removeEventListener('beforeunload', ask)
    forget()
  }
}
