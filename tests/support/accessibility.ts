import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Which rules are asked: those with a tag, or by name. */
type RunOnly = string[] | { readonly type: 'rule'; readonly values: string[] }

/** WCAG 2.2 at its levels A and AA, and what its makers hold for good practice. */
export const everyRule: RunOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const wide = { width: 1280, height: 800 }
/** The width of a small telephone, and of a wide screen at 400 %. */
const narrow = 320

/** What colours can break. */
const colours: RunOnly = { type: 'rule', values: ['color-contrast'] }
/** What the length of words can break: all there is to ask of a page in one more language. */
export const places: RunOnly = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] }

async function violations(page: Page, rules: RunOnly): Promise<string[]> {
  // Read once in each document: it is long, and pages are looked at in many states.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations: found } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
      }),
    rules,
  )
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}

/** What reaches beyond the edge, so that one would have to scroll sideways to read it. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [
      `${scrollWidth} wide for ${clientWidth}, as by ${beyond.slice(-1).map(({ tagName, className }) => `${tagName}.${className}`)}`,
    ]
  })

/** What every state of every page has: one heading of the first rank, a language, a title, and no name that is empty. */
const frame = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const headings = [...document.querySelectorAll<HTMLElement>('h1')].filter((heading) =>
      heading.checkVisibility(),
    ).length
    return [
      ...(headings === 1 ? [] : [`${headings} headings of the first rank`]),
      ...(document.documentElement.lang ? [] : ['no language']),
      ...(document.title ? [] : ['no title']),
      ...(document.querySelector('main') ? [] : ['no main part']),
    ]
  })

/** Shows the whole page at once: what sticks to the edge of the window covers nothing then. */
async function unroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: narrow, height: 640 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: narrow, height: Math.min(height, 15_000) })
}

/** Everything that is wrong with a page as it stands, in light and in dark, wide and narrow; empty if nothing is. */
export async function barriers(page: Page, state: string, rules: RunOnly = everyRule): Promise<string[]> {
  const problems: string[] = []
  const note = (where: string, found: readonly string[]) =>
    problems.push(...found.map((each) => `${state}, ${where}: ${each}`))
  note('as a document', await frame(page))
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  note('light', await violations(page, rules))
  if (rules === everyRule) {
    await page.emulateMedia({ colorScheme: 'dark' })
    note('dark', await violations(page, colours))
  }
  await unroll(page)
  note('320 wide', await overflow(page))
  note('320 wide', await violations(page, places))
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
  return problems
}
