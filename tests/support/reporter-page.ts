import type { Page as ChromiumPage } from 'playwright-core'
import type { Page as FirefoxPage } from 'puppeteer-core'

/** What a person does with a page, in whichever browser. Every act waits until it can be done, as a person would. */
export interface PersonsPage {
  open(address: string): Promise<void>
  click(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  /** The visible text of everything that fits. */
  texts(selector: string): Promise<string[]>
  /** Waits until something that fits is visible. */
  sees(selector: string): Promise<void>
}

const PATIENCE = 30_000

/** A page of Chromium, driven by Playwright. */
export const inChromium = (page: ChromiumPage): PersonsPage => ({
  open: async (address) => void (await page.goto(address)),
  click: (selector) => page.locator(selector).filter({ visible: true }).first().click({ timeout: PATIENCE }),
  type: (selector, text) => page.locator(selector).fill(text, { timeout: PATIENCE }),
  texts: (selector) => page.locator(selector).filter({ visible: true }).allInnerTexts(),
  sees: (selector) => page.locator(selector).filter({ visible: true }).first().waitFor({ timeout: PATIENCE }),
})

/** A page of Firefox, driven by Puppeteer over WebDriver BiDi. */
export const inFirefox = (page: FirefoxPage): PersonsPage => {
  const visible = (selector: string) => page.locator(`${selector}:not([hidden] *)`).setTimeout(PATIENCE)
  const sees = async (selector: string): Promise<void> => {
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll(wanted)].some((element) => element.checkVisibility()),
      { timeout: PATIENCE },
      selector,
    )
  }
  return {
    open: async (address) => void (await page.goto(address)),
    click: async (selector) => {
      await sees(selector)
      await page.evaluate((wanted) => {
        const elements = [...document.querySelectorAll<HTMLElement>(wanted)]
        elements.find((element) => element.checkVisibility())?.click()
      }, selector)
    },
    type: (selector, text) => visible(selector).fill(text),
    texts: (selector) =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll<HTMLElement>(wanted)]
            .filter((element) => element.checkVisibility())
            .map((element) => element.innerText),
        selector,
      ),
    sees,
  }
}

/** Writes a report on a form that is open, up to the step where files are chosen. */
export const writeToEvidence = async (page: PersonsPage, story: string): Promise<void> => {
  for (const step of ['need', 'how']) await page.click(`#step-${step} [data-act=next]`)
  await page.type('#story', story)
  for (const step of ['what', 'details', 'told', 'safety']) await page.click(`#step-${step} [data-act=next]`)
}

/** From the list of readers to the receipt. @returns the words of the key */
export const sendFromReaders = async (page: PersonsPage): Promise<string[]> => {
  await page.sees('#readers .choice')
  for (const step of ['exclude', 'review']) await page.click(`#step-${step} [data-act=next]`)
  await page.sees('.words li')
  const words = await page.texts('.words b')
  await page.click('#no-return')
  await page.click('#send')
  await page.sees('#receipt dd')
  return words
}

/** The browser's own Back in a form, until the page stands again at the one entry that all of its steps share. */
export const stepBack = async (page: ChromiumPage): Promise<void> => {
  await page.goBack()
  await page.waitForFunction(
    () => !navigation.canGoForward || document.querySelector('form section.step')?.checkVisibility() === true,
  )
}

/** What has the focus: a heading by the step that it opens, all else by its id. */
export const focusedIn = (page: ChromiumPage): Promise<string | undefined> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.tagName === 'H1' ? `heading of ${activeElement.closest('section')?.id}` : activeElement?.id
  })
