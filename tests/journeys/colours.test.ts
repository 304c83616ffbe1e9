import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean } from '../../src/client/clean/clean.ts'
import { launchChromium } from '../support/browsers.ts'
import { bent, coloured, lights, power, screen } from '../support/evidence/profiles.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** The points of a picture as they are shown, in colours wider than those of most screens. */
const shown = (bytes: Uint8Array): Promise<readonly number[]> =>
  page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:application/octet-stream;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const brush = canvas.getContext('2d', { colorSpace: 'display-p3' })
    brush?.drawImage(image, 0, 0)
    return [...(brush?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])]
  }, Buffer.from(bytes).toString('base64'))

const spaces = {
  'Display P3': screen('A telephone', lights.p3, bent()),
  'Adobe RGB': screen('A camera', lights.adobe, power(563 / 256)),
  'its own order of colours': screen('A test', [lights.p3[1], lights.p3[2], lights.p3[0]], bent()),
}

test.each(
  (['jpeg', 'png', 'webp', 'bmp'] as const).flatMap((form) =>
    Object.entries(spaces).map(([name, profile]) => [form, name, profile] as const),
  ),
)(
  'a picture of the kind %s in %s looks the same when it is cleaned, and not as without its colours',
  async (form, _, profile) => {
    const before = coloured[form](profile)
    const { bytes } = await clean(before)
    const points = await shown(before)
    expect(new Set(points).size).toBeGreaterThan(3)
    expect(await shown(bytes ?? before)).toEqual(points)
    expect(await shown(coloured[form](new Uint8Array(0)))).not.toEqual(points)
  },
)
