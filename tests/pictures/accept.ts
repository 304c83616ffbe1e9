/** `npm run pictures`: takes a picture of every page and the main states in every language, and accepts them as they are. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../support/browsers.ts'
import { tags } from '../support/words.ts'
import { accepted } from './accepted.ts'
import { openLens } from './lens.ts'
import { scenes } from './scenes.ts'
import { setStage } from './stage.ts'

const browser = await launchChromium()
const stage = await setStage(browser)
try {
  const lens = await openLens(browser)
  rmSync(accepted, { recursive: true, force: true })
  for (const show of Object.values(scenes)) {
    for (const language of tags) {
      mkdirSync(join(accepted, language), { recursive: true })
      await show(stage, language, async (name, taken) =>
        writeFileSync(join(accepted, language, `${name}.webp`), await lens.reduce(taken)),
      )
    }
  }
} finally {
  await browser.close()
  await stage.server.stop()
}
