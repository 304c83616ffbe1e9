/**
 * Makes an act that an event starts, such as a pressed button or a form that is handed in. Started again while it runs,
 * it does not run twice, and the element says to screen readers that it is busy. The browser's own act never happens.
 */
export const onceOn = (element: HTMLElement, event: 'click' | 'submit', act: () => Promise<void>): void => {
  let busy = false
  element.addEventListener(event, async (happening) => {
    happening.preventDefault()
    if (busy) return
    busy = true
    element.setAttribute('aria-busy', 'true')
    try {
      await act()
    } finally {
      busy = false
      element.removeAttribute('aria-busy')
    }
  })
}
