import type { Browser, Page } from 'playwright-core'

/** A slow line: 50 kB a second, and 400 ms before each answer begins. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/** How a page came to somebody who loads it for the first time. */
export interface Coming {
  /** Seconds until the first words or drawings stood on the screen. */
  readonly painted: number
  /** How much of the page moved by itself, and how far: the sum of the browser's own layout shifts. */
  readonly shifted: number
}

/** Opens an address over a slow line with an empty cache, in a window so many pixels wide, and waits until everything that the page asks for has come. */
export async function openSlowly(browser: Browser, url: string, width: number): Promise<Coming> {
  const context = await browser.newContext({ viewport: { width, height: 720 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', LINE)
    await page.goto(url, { waitUntil: 'networkidle' })
    return await comingOf(page)
  } finally {
    await context.close()
  }
}

/** What the browser itself has noted of a page that is there. */
const comingOf = (page: Page): Promise<Coming> =>
  page.evaluate(async () => {
    const entries = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        const seen = new PerformanceObserver((list) => resolve(list.getEntries()))
        seen.observe({ type, buffered: true })
        // Of what never happened nothing is told.
        requestAnimationFrame(() => setTimeout(() => resolve(seen.takeRecords())))
      })
    const paints = await entries('paint')
    const shifts = (await entries('layout-shift')) as (PerformanceEntry & { readonly value: number })[]
    const first = paints.find(({ name }) => name === 'first-contentful-paint')
    if (first === undefined) throw new Error('The page was never painted')
    return { painted: first.startTime / 1000, shifted: shifts.reduce((sum, { value }) => sum + value, 0) }
  })
