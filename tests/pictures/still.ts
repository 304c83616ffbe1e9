import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const stylesheet = createRequire(import.meta.url).resolve('@fontsource-variable/vazirmatn/index.css')

const font = (subset: string): string =>
  readFileSync(join(dirname(stylesheet), `files/vazirmatn-${subset}-wght-normal.woff2`)).toString('base64')

/** The letters of every language, so that no picture depends on the fonts of a machine. */
const fonts = Object.fromEntries(['latin', 'latin-ext', 'arabic'].map((subset) => [`still-${subset}`, font(subset)]))

/** One font for everything; nothing moves; what is drawn from random bytes keeps its place and is not seen. */
const style = `* {
  font-family: ${Object.keys(fonts).join(', ')} !important;
  transition: none !important;
  animation: none !important;
  caret-color: transparent !important;
}
.cut, .poster-code svg, footer.verify { visibility: hidden !important; }`

/** A profile in which pages look the same on every machine. */
export async function stillContext(browser: Browser, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
  })
  await context.addInitScript(
    ({ rules, files }) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(rules)
      document.adoptedStyleSheets.push(sheet)
      for (const [family, file] of Object.entries(files)) {
        const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0))
        document.fonts.add(new FontFace(family, bytes, { weight: '100 900' }))
      }
    },
    { rules: style, files: fonts },
  )
  return context
}

/** Where random bytes are written in letters or in figures that are not in groups. */
const RANDOM = '.ref, .words code, #proof-words label, #case-visit'

/** What of the longest page, the rules, is enough to see how it stands. */
const TALLEST = 5_000

/** Takes a picture of a whole page once it stands still, with everything random in it replaced. */
export async function takeStill(page: Page): Promise<Buffer> {
  await page.evaluate(async (random) => {
    await document.fonts.ready
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const said = text.textContent ?? ''
      // Fingerprints, check codes, key numbers and the numbers of visits; those of a language have fewer figures.
      text.textContent = text.parentElement?.closest(random)
        ? said.replaceAll(/[0-9A-Z]+/g, '0')
        : said.replaceAll(/\b[0-9A-F]{4}(?: [0-9A-F]{4})+\b|\b\d{5}\b/g, (code) => code.replaceAll(/\w/g, '0'))
    }
    for (const word of document.querySelectorAll('.words b')) word.textContent = 'velvet'
    scrollTo(0, 0)
  }, RANDOM)
  const before = page.viewportSize() ?? { width: 0, height: 0 }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  // In a window of its height, what sticks to the lower edge covers nothing.
  await page.setViewportSize({ ...before, height: Math.min(height, TALLEST) })
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.setViewportSize(before)
  return picture
}
