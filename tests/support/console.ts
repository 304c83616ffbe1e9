import type { Browser, Page } from 'playwright-core'
import type { PageTranslate } from '../../src/client/i18n/translate.ts'
import { languages } from '../../src/domain/languages/index.ts'
import { description, type Place } from './office.ts'
import { attachPasskeys, type VirtualPasskeys } from './virtual-passkeys.ts'
import { wordsIn } from './words.ts'

/** Somebody of the office at the console, in a browser of their own with a passkey device of their own. */
export interface Seat {
  readonly page: Page
  /** The console in the language that this person chose. */
  readonly t: PageTranslate
  readonly passkeys: VirtualPasskeys
  /** What the page complained of: errors of scripts, and everything that its policy refused. */
  readonly complaints: string[]
}

const viewport = { width: 1280, height: 800 }

interface SeatOptions {
  /** Whether the passkey device can derive keys. */
  readonly prf?: boolean
  readonly language?: string
}

/** A browser profile and a passkey device for one person. */
export const takeSeat = async (browser: Browser, options?: SeatOptions): Promise<Seat> =>
  seatAt(await (await browser.newContext({ viewport })).newPage(), options)

/** A passkey device at a page that is open already. */
export const seatAt = async (page: Page, { language = 'en', ...device }: SeatOptions = {}): Promise<Seat> => {
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security|Trusted|integrity/i.test(message.text())) complaints.push(message.text())
  })
  return { page, t: wordsIn(language), passkeys: await attachPasskeys(page, device), complaints }
}

/** Presses a button by its name. */
export const press = ({ page }: Pick<Seat, 'page'>, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Where the console is for this person. */
const consoleAt = ({ t }: Seat, { origin }: Pick<Place, 'origin'>): string => `${origin}/${t.language.tag}/office/`

const bar = ({ page, t }: Seat) => page.getByRole('navigation', { name: t('bar.label') })

/** Goes to another view by its link in the bar. */
export const go = (seat: Seat, name: string): Promise<void> => bar(seat).getByRole('link', { name }).click()

/** Waits until the view with this heading is there. */
export const arrive = ({ page }: Pick<Seat, 'page'>, heading: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: heading }).waitFor()

/** Writes the words of the kit down, and types back those that are asked for. @returns the 24 words */
export const writeKitDown = async (seat: Seat): Promise<string[]> => {
  await seat.page.locator('.kit .words b').first().waitFor()
  const words = await seat.page.locator('.kit .words b').allTextContents()
  await press(seat, seat.t('kit.written'))
  for (const label of await seat.page.locator('form .label').allTextContents()) {
    const place = Number(/\d+/.exec(label)?.[0])
    await seat.page.getByLabel(label, { exact: true }).fill(words[place - 1] ?? '')
  }
  return words
}

/** Gives a name and has the browser make a passkey. */
export const makePasskey = async (seat: Seat, name: string): Promise<void> => {
  await seat.page.getByLabel(seat.t('enrol.name')).fill(name)
  await press(seat, seat.t('enrol.make'))
}

/** Writes what the office says of itself, in every language, with those besides the page's in sight. */
export const describeOffice = async ({ page, t }: Seat): Promise<void> => {
  for (const { tag, name: language } of languages) {
    await page.getByLabel(t('describe.name', { language })).fill(description.name[tag] ?? description.name.en ?? '')
    await page.getByLabel(t('describe.contacts', { language })).fill('Room 12')
    await page.getByLabel(t('describe.emergency', { language })).fill('112')
  }
}

/** Founds the office by the link that the service printed. @returns the words of the chief's kit */
export const foundAtConsole = async (seat: Seat, server: Place, name: string): Promise<string[]> => {
  const { page, t } = seat
  await page.goto(`${consoleAt(seat, server)}#found=${server.foundingToken}`)
  await page.getByText(t('describe.others')).click()
  await describeOffice(seat)
  await press(seat, t('found.continue'))
  await makePasskey(seat, name)
  const words = await writeKitDown(seat)
  await press(seat, t('kit.check'))
  await arrive(seat, t('opening.title'))
  return words
}

/** Makes an invitation. @returns the link, which is shown once */
export const inviteAtConsole = async (chief: Seat, role: string): Promise<string> => {
  const { page, t } = chief
  await go(chief, t('bar.people'))
  await page.getByLabel(t('people.invite.role')).selectOption({ label: role })
  await press(chief, t('people.invite'))
  return (await page.locator('code.link').textContent()) ?? ''
}

/** Joins by an invitation link. @returns the words to compare */
export const joinAtConsole = async (seat: Seat, link: string, name: string): Promise<string[]> => {
  await seat.page.goto(link)
  await makePasskey(seat, name)
  await writeKitDown(seat)
  await press(seat, seat.t('kit.check'))
  await arrive(seat, seat.t('join.compare'))
  const words = seat.page.locator('.code b')
  await words.first().waitFor()
  return words.allTextContents()
}

/** Admits somebody who waits, after comparing the words that the person says. */
export const admitAtConsole = async (chief: Seat, name: string, said: readonly string[]): Promise<void> => {
  const { page, t } = chief
  await go(chief, t('bar.inbox'))
  await go(chief, t('bar.people'))
  const applicant = page.getByRole('article', { name })
  await applicant.locator('.code b').first().waitFor()
  const seen = await applicant.locator('.code b').allTextContents()
  if (seen.join(' ') !== said.join(' ')) throw new Error(`the chief sees ${seen.length} other words`)
  await applicant.getByLabel(t('people.compared')).check()
  await applicant.getByRole('button', { name: t('people.admit') }).click()
  await applicant.waitFor({ state: 'detached' })
}

/** Signs in with the passkey that this person's device holds. */
export const signInAtConsole = async (seat: Seat): Promise<void> => {
  await press(seat, seat.t('unlock.passkey'))
  await bar(seat).waitFor()
}

/** Signs in with the 24 words of a recovery kit. */
export const enterByKitAtConsole = async (
  seat: Seat,
  server: Pick<Place, 'origin'>,
  words: readonly string[],
): Promise<void> => {
  const { page, t } = seat
  await page.goto(consoleAt(seat, server))
  await press(seat, t('unlock.kit'))
  await page.getByLabel(t('unlock.words')).fill(words.join(' '))
  await press(seat, t('unlock.enter'))
  await arrive(seat, t('keys.title'))
}
