import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/domain/languages/index.ts'
import { description, type Place } from './office.ts'
import { attachPasskeys, type VirtualPasskeys } from './virtual-passkeys.ts'

/** Somebody of the office at the console, in a browser of their own with a passkey device of their own. */
export interface Seat {
  readonly page: Page
  readonly passkeys: VirtualPasskeys
  /** What the page complained of: errors of scripts, and everything that its policy refused. */
  readonly complaints: string[]
}

const viewport = { width: 1280, height: 800 }

/** A browser profile and a passkey device for one person. */
export const takeSeat = async (browser: Browser, device: { readonly prf?: boolean } = {}): Promise<Seat> => {
  const page = await (await browser.newContext({ viewport })).newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security|Trusted|integrity/i.test(message.text())) complaints.push(message.text())
  })
  return { page, passkeys: await attachPasskeys(page, device), complaints }
}

/** Presses a button by its name. */
export const press = ({ page }: Pick<Seat, 'page'>, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Goes to another view by its link in the bar. */
export const go = ({ page }: Pick<Seat, 'page'>, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name }).click()

/** Waits until the view with this heading is there. */
export const arrive = ({ page }: Pick<Seat, 'page'>, heading: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: heading }).waitFor()

/** Writes the words of the kit down, and types back those that are asked for. @returns the 24 words */
export const writeKitDown = async (seat: Seat): Promise<string[]> => {
  await seat.page.locator('.kit .words b').first().waitFor()
  const words = await seat.page.locator('.kit .words b').allTextContents()
  await press(seat, 'I have it on paper')
  for (const label of await seat.page.locator('form .label').allTextContents()) {
    const place = Number(/\d+/.exec(label)?.[0])
    await seat.page.getByLabel(label, { exact: true }).fill(words[place - 1] ?? '')
  }
  return words
}

/** Gives a name and has the browser make a passkey. */
export const makePasskey = async (seat: Seat, name: string): Promise<void> => {
  await seat.page.getByLabel('Your name, as colleagues').fill(name)
  await press(seat, 'Make the passkey')
}

/** Writes what the office says of itself, in every language, with those besides the page's in sight. */
export const describeOffice = async (page: Page): Promise<void> => {
  for (const { tag, name: language } of languages) {
    // A name in the other direction of writing stands between marks of its own.
    const labelled = (label: string) => page.getByLabel(new RegExp(`${label} \\(\u2068?${language}\u2069?\\)`))
    await labelled('Name of the office').fill(description.name[tag] ?? description.name.en ?? '')
    await labelled('Other ways to reach the office').fill('Room 12')
    await labelled('Whom to call in an emergency').fill('112')
  }
}

/** Founds the office by the link that the service printed. @returns the words of the chief's kit */
export const foundAtConsole = async (seat: Seat, server: Place, name: string): Promise<string[]> => {
  const { page } = seat
  await page.goto(`${server.origin}/en/office/#found=${server.foundingToken}`)
  await page.getByText('In other languages').click()
  await describeOffice(page)
  await press(seat, 'Continue')
  await makePasskey(seat, name)
  const words = await writeKitDown(seat)
  await press(seat, 'Check the words')
  await arrive(seat, 'Open the office')
  return words
}

/** Makes an invitation. @returns the link, which is shown once */
export const inviteAtConsole = async (chief: Seat, role: string): Promise<string> => {
  await go(chief, 'People')
  await chief.page.getByLabel('Invite somebody as').selectOption({ label: role })
  await press(chief, 'Make an invitation')
  return (await chief.page.locator('code.link').textContent()) ?? ''
}

/** Joins by an invitation link. @returns the words to compare */
export const joinAtConsole = async (seat: Seat, link: string, name: string): Promise<string[]> => {
  await seat.page.goto(link)
  await makePasskey(seat, name)
  await writeKitDown(seat)
  await press(seat, 'Check the words')
  await arrive(seat, 'Compare these words')
  return seat.page.locator('.code b').allTextContents()
}

/** Admits somebody who waits, after comparing the words that the person says. */
export const admitAtConsole = async (chief: Seat, name: string, said: readonly string[]): Promise<void> => {
  await go(chief, 'Inbox')
  await go(chief, 'People')
  const applicant = chief.page.getByRole('article', { name })
  await applicant.locator('.code b').first().waitFor()
  const seen = await applicant.locator('.code b').allTextContents()
  if (seen.join(' ') !== said.join(' ')) throw new Error(`the chief sees ${seen.length} other words`)
  await applicant.getByLabel('I heard these eight words').check()
  await applicant.getByRole('button', { name: 'Sign and admit' }).click()
  await applicant.waitFor({ state: 'detached' })
}

/** Signs in with the passkey that this person's device holds. */
export const signInAtConsole = async (seat: Seat): Promise<void> => {
  await press(seat, 'Sign in with a passkey')
  await seat.page.getByRole('navigation', { name: 'Console' }).waitFor()
}

/** Signs in with the 24 words of a recovery kit. */
export const enterByKitAtConsole = async (seat: Seat, server: Place, words: readonly string[]): Promise<void> => {
  await seat.page.goto(`${server.origin}/en/office/`)
  await press(seat, 'Use the recovery kit')
  await seat.page.getByLabel('The 24 words').fill(words.join(' '))
  await press(seat, 'Sign in')
  await arrive(seat, 'Your keys')
}
