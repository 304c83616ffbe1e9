import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('an answer that comes between the drawing of a view and its watching is shown', async () => {
  const { outputFiles } = await build({
    stdin: { contents: late, resolveDir: join(projectRoot), sourcefile: 'late.js' },
    ...{ bundle: true, write: false, format: 'iife', absWorkingDir: projectRoot },
  })
  const page = await browser.newPage()
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  await page.locator('body[data-settled]').waitFor()
  expect(await page.locator('p').innerText()).toBe('answered')
})
