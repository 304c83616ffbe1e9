import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../support/browsers.ts'

/** Takes samples, each in a profile of its own as a first visit has it. The first one warms the machine up and is left out. */
export async function samples(
  count: number,
  take: (page: Page, browser: Browser) => Promise<number>,
): Promise<number[]> {
  const browser = await launchChromium()
  try {
    const taken: number[] = []
    for (let sample = 0; sample <= count; sample++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
      taken.push(await take(await context.newPage(), browser))
      await context.close()
    }
    return taken.slice(1)
  } finally {
    await browser.close()
  }
}
