import type { Page } from 'playwright-core'

/**
 * Milliseconds from pressing one thing until another is visible and painted, by the page's own clock: what a person
 * waits for, without the way between the browser and this process.
 */
export const timed = (page: Page, pressed: string, seen: string): Promise<number> =>
  page.evaluate(
    async ([press, wanted]) => {
      const isThere = () => [...document.querySelectorAll(wanted)].some((element) => element.checkVisibility())
      const there = new Promise<void>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Nobody saw ${wanted}`)), 30_000)
        const watch = new MutationObserver(() => {
          if (!isThere()) return
          watch.disconnect()
          // After the next frame has been drawn.
          requestAnimationFrame(() => setTimeout(resolve))
        })
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      })
      const button = document.querySelector<HTMLElement>(press)
      if (!button || isThere()) throw new Error(`Cannot press ${press} and wait for ${wanted}`)
      const begun = performance.now()
      button.click()
      await there
      return performance.now() - begun
    },
    [pressed, seen] as const,
  )
