import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { kitWords } from '../../crypto/index.ts'
import { listFiles } from '../../src/build/files.ts'
import { projectRoot } from '../../src/build/root.ts'
import { enterByKitAtConsole, go, seatAt } from '../support/console.ts'
import { enterCase } from '../support/whole-journey.ts'
import { wordsIn } from '../support/words.ts'
import type { Stage } from './stage.ts'
import { stillContext, takeStill } from './still.ts'

/** Shows a picture: what it is of, and the picture as it was taken. */
type Show = (name: string, picture: Buffer) => Promise<void>

const telephone = 360
const desk = 1280

/** The paths of every page that is built in a language; those that come later are among them by themselves. */
async function everyPage(language: string): Promise<string[]> {
  const files = await listFiles(join(projectRoot, 'dist/public', language))
  return files.filter((name) => name.endsWith('index.html')).map((name) => name.replace(/index\.html$/, ''))
}

/** Whatever a page fetches and checks has come, and has been shown. */
const settled = async (page: Page, address: string): Promise<void> => {
  await page.goto(address, { waitUntil: 'networkidle' })
}

/** Shows every page as one comes to it. */
async function showPages({ browser, server }: Stage, language: string, show: Show): Promise<void> {
  const context = await stillContext(browser, telephone)
  const page = await context.newPage()
  for (const path of await everyPage(language)) {
    await settled(page, `${server.origin}/${language}/${path}`)
    await show(path.replaceAll('/', '') || 'start', await takeStill(page))
  }
  await context.close()
}

/** Shows the main states of a report and of a case. */
async function showReporter({ browser, server, words }: Stage, language: string, show: Show): Promise<void> {
  const context = await stillContext(browser, telephone)
  const page = await context.newPage()
  const next = () => page.locator('[data-act=next]:visible').click()
  const look = async (name: string) => show(name, await takeStill(page))
  await settled(page, `${server.origin}/${language}/report/`)
  await next()
  await look('report-how')
  await next()
  await next()
  await page.locator('#what-errors:visible').waitFor()
  await look('report-error')
  await page.fill('#story', wordsIn(language)('report.what.care'))
  await page.locator('[data-act=skip]:visible').click()
  await page.locator('#readers .choice').first().waitFor()
  await next()
  await page.locator('#answers dd').first().waitFor()
  await look('report-review')
  await next()
  await page.locator('.words li').first().waitFor()
  await look('report-key')
  await page.locator('#no-return').check()
  await page.locator('#send').click()
  await page.locator('#receipt dd').first().waitFor()
  await look('report-receipt')
  await settled(page, `${server.origin}/${language}/case/`)
  await page.fill('#key', 'one two three')
  await page.locator('#enter-form [type=submit]').click()
  await page.locator('#enter-errors:visible').waitFor()
  await look('case-error')
  await enterCase(page, server.origin, words, language)
  await look('case-open')
  await context.close()
}

/** The views of the console, each with what its last answer of the service brings. */
const VIEWS = [
  ['keys', ['keys.kit.new']],
  ['people', ['people.joining.none', 'people.fingerprint.print']],
  ['mail', ['mail.away.none', 'mail.undelivered.none']],
  ['open', ['opening.open', 'people.fingerprint.print']],
  ['inbox', ['inbox.group.later']],
] as const

/** Shows the main screens of the console. */
async function showConsole({ browser, server, office }: Stage, language: string, show: Show): Promise<void> {
  const context = await stillContext(browser, desk)
  const seat = await seatAt(await context.newPage(), { language })
  await enterByKitAtConsole(seat, server, kitWords(office.chief.kit, 'english'))
  const { page, t } = seat
  for (const [view, last] of VIEWS) {
    await go(seat, t(`bar.${view}`))
    for (const words of last) await page.getByText(t(words)).last().waitFor()
    await show(`console-${view}`, await takeStill(page))
  }
  await page.getByRole('row').getByRole('link', { name: 'Stamps' }).first().click()
  await page.locator('.verdict').waitFor()
  await show('console-case', await takeStill(page))
  await context.close()
}

/** What there is to show. The console comes first: reports that are sent later would stand in its inbox. */
export const scenes = {
  'screens of the console': showConsole,
  pages: showPages,
  'states of a report and of a case': showReporter,
} as const
