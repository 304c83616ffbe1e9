import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/build/root.ts'
import { launchChromium } from '../support/browsers.ts'

/** A view of one cell, which is set while the view is drawn already and does not watch yet. */
const late = `
import { h, render } from 'preact'
import { cell, useCell } from './src/client/office/cell.ts'
const shown = cell('asked')
const View = () => h('p', {}, useCell(shown))
render(h(View), document.body)
shown.set('answered')
setTimeout(() => document.body.setAttribute('data-settled', ''), 500)
`

/** A view of something that is read: every reading waits for its answer, and what a drawing can press is kept as it was. */
const loaded = `
import { h, render } from 'preact'
import { useLoaded } from './src/client/office/use-loaded.ts'
window.readings = []
window.presses = []
const View = () => {
  const { value, again } = useLoaded(() => new Promise((answer) => readings.push(answer)))
  presses.push(again.run)
  return h('p', {}, value)
}
render(h(View), document.body)
`

interface Held {
  readonly readings: ((answer: string) => void)[]
  readonly presses: (() => void)[]
}

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** Runs a script that imports parts of the console in a page of its own. */
const pageOf = async (contents: string): Promise<Page> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(projectRoot), sourcefile: 'view.js' },
    ...{ bundle: true, write: false, format: 'iife', absWorkingDir: projectRoot },
  })
  const page = await browser.newPage()
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  return page
}

test('an answer that comes between the drawing of a view and its watching is shown', async () => {
  const page = await pageOf(late)
  await page.locator('body[data-settled]').waitFor()
  expect(await page.locator('p').innerText()).toBe('answered')
})

describe('what a view reads again', () => {
  let page: Page
  beforeEach(async () => {
    page = await pageOf(loaded)
    await readings(1)
  })
  afterEach(() => page.close())

  const readings = (count: number): Promise<unknown> =>
    page.waitForFunction((wanted) => (window as unknown as Held).readings.length === wanted, count)
  const answer = (which: number, words: string): Promise<void> =>
    page.evaluate(([at, said]) => (window as unknown as Held).readings[at]?.(said), [which, words] as const)
  /** Presses what stood in this drawing of the view, as a piece of work does that began then. */
  const press = (drawing: number): Promise<void> =>
    page.evaluate((at) => (window as unknown as Held).presses.at(at)?.(), drawing)
  const shown = (words: string): Promise<void> => page.getByText(words, { exact: true }).waitFor()

  test('is read once more where that was asked for while it was being read', async () => {
    await press(-1)
    await answer(0, 'before')
    await readings(2)
    await answer(1, 'after')
    await shown('after')
  })

  test('is not overtaken by what was asked for before', async () => {
    await press(0)
    await answer(0, 'before')
    await readings(2)
    await answer(1, 'after')
    await shown('after')
  })

  test('is read where the work that asks for it began while it was being read', async () => {
    const drawn = await page.evaluate(() => (window as unknown as Held).presses.length)
    await answer(0, 'before')
    await shown('before')
    await press(drawn - 1)
    await readings(2)
    await answer(1, 'after')
    await shown('after')
  })
})
