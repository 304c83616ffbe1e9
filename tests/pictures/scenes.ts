import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { kitWords, sealLetter } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { utf8 } from '../../crypto/wire/bytes.ts'
import { listFiles } from '../../src/build/files.ts'
import { projectRoot } from '../../src/build/root.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { enterByKitAtConsole, go, seatAt } from '../support/console.ts'
import { random } from '../support/officers.ts'
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
async function showReporter(
  { browser, server, words, requestWords }: Stage,
  language: string,
  show: Show,
): Promise<void> {
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
  await enterCase(page, server.origin, requestWords, language)
  await look('request-open')
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
  for (const [name, title, place] of [
    ['case', 'Stamps', '.verdict'],
    ['conflict', t('inbox.undeclared'), '.pages .acts'],
    ['request', 'Pushed out', '.verdict'],
  ] as const) {
    await go(seat, t('bar.inbox'))
    await page.getByRole('row').getByRole('link', { name: title }).first().click()
    await page.locator(place).first().waitFor()
    await show(`console-${name}`, await takeStill(page))
  }
  await context.close()
}

/** Shows a sealed letter before and after its key. */
async function showLetter({ browser, server, office }: Stage, language: string, show: Show): Promise<void> {
  const { fingerprint, head } = await office.directory()
  const { container, words } = await sealLetter(
    {
      ...{ fingerprint, directory: head },
      ...{ office: 'Ethics Office of the Tidewater Union', sender: 'Marika Osei', day: dayNumber('2026-11-16') },
      ...{ recipient: 'The head of personnel', text: utf8('Please keep the two parties apart until further notice.') },
    },
    office.chief.keys,
    'english',
    random,
  )
  const empty = await (await fetch(`${server.origin}/letters/${language}.html`)).text()
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-letter-'))
  const path = join(folder, 'letter.html')
  await writeFile(path, empty.replace('<template id="container">', `$&${toBase64url(container)}`))
  const context = await stillContext(browser, telephone)
  const page = await context.newPage()
  await page.goto(pathToFileURL(path).href)
  await show('letter', await takeStill(page))
  await page.fill('#key', words.join(' '))
  await page.locator('#letter-form [type=submit]').click()
  await page.locator('#letter-opened').waitFor()
  await show('letter-open', await takeStill(page))
  await context.close()
  await rm(folder, { recursive: true })
}

/** What there is to show. The console comes first: reports that are sent later would stand in its inbox. */
export const scenes = {
  'screens of the console': showConsole,
  pages: showPages,
  'states of a report and of a case': showReporter,
  'a sealed letter': showLetter,
} as const
