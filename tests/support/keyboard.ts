import type { Page } from 'playwright-core'

/** Goes on by the Tab key alone until an element has the focus, and shows it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      const outlined = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement as Element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      if (!outlined) throw new Error(`${selector} has the focus and does not show it`)
      return
    }
  }
  throw new Error(`${selector} is not reached by keyboard`)
}

/** Goes to an element by the Tab key alone and presses a key there. */
export async function pressOn(page: Page, selector: string, key = 'Enter'): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press(key)
}
