import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/build/root.ts'
import { accepted } from '../pictures/accepted.ts'
import { type Lens, openLens } from '../pictures/lens.ts'
import { scenes } from '../pictures/scenes.ts'
import { type Stage, setStage } from '../pictures/stage.ts'
import { stillContext, takeStill } from '../pictures/still.ts'
import { launchChromium } from '../support/browsers.ts'
import { tags } from '../support/words.ts'

/** Where a picture that is not as it was is put, to look at. */
const results = join(projectRoot, 'test-results/pictures')
/** So few points of four by four are noise; the smallest button has two hundred. */
const NOISE = 12

let browser: Browser
let lens: Lens
let stage: Stage
beforeAll(async () => {
  rmSync(results, { recursive: true, force: true })
  browser = await launchChromium()
  lens = await openLens(browser)
  stage = await setStage(browser)
})
afterAll(async () => {
  await browser?.close()
  await stage?.server.stop()
})

const keep = (name: string, picture: Buffer): void => {
  const path = join(results, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, picture)
}

/** What is to be said of a picture; empty if it is as it was accepted. */
async function changed(name: string, taken: Buffer): Promise<string[]> {
  const path = join(accepted, `${name}.webp`)
  if (!existsSync(path)) return [`${name} is new`]
  const { different, picture } = await lens.compare(await lens.reduce(taken), readFileSync(path))
  if (different <= NOISE) return []
  keep(`${name}.png`, taken)
  keep(`${name}-difference.webp`, picture)
  return [`${name} differs in ${different} points: look into test-results/pictures`]
}

test('a button that is gone or has moved by four pixels is noticed, and nothing else is', async () => {
  const page = await (await stillContext(browser, 360)).newPage()
  await page.goto(`${stage.server.origin}/en/report/`, { waitUntil: 'networkidle' })
  const take = async () => lens.reduce(await takeStill(page))
  const before = await take()
  const differs = async (style: string) => {
    const button = page.locator('#step-need [data-act=next]')
    await button.evaluate((element, name) => element.setAttribute('class', `btn ${name}`), style)
    return (await lens.compare(await take(), before)).different
  }
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.gone { visibility: hidden } .moved { position: relative; inset-block-start: 4px }')
    document.adoptedStyleSheets.push(sheet)
  })
  expect(await differs('')).toBeLessThanOrEqual(NOISE)
  expect(await differs('gone')).toBeGreaterThan(NOISE)
  expect(await differs('moved')).toBeGreaterThan(NOISE)
  await page.context().close()
})

const shown: string[] = []

for (const [what, show] of Object.entries(scenes)) {
  test.each(tags)(`${what} look as they were accepted, or \`npm run pictures\` accepts them (%s)`, async (language) => {
    const changes: string[] = []
    await show(stage, language, async (name, taken) => {
      shown.push(`${language}/${name}.webp`)
      changes.push(...(await changed(`${language}/${name}`, taken)))
    })
    expect(changes).toEqual([])
  })
}

test('no accepted picture is of a page that is gone', () => {
  const kept = readdirSync(accepted, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.webp'))
  expect(kept.map((name) => name.replaceAll('\\', '/')).filter((name) => !shown.includes(name))).toEqual([])
})
