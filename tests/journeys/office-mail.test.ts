import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const start = Date.UTC(2027, 2, 10, 9, 30)
const hour = 3_600_000
let now = start
let mails: MailServer
let server: Server
let browser: Browser
let office: Office
let marika: Seat

const comeIn = async (seat: Seat, label: string): Promise<void> => {
  const person = office.people.find((each) => each.label === label)
  if (!person) throw new Error(`nobody is called ${label}`)
  await enterByKitAtConsole(seat, server, kitWords(person.kit, 'english'))
}

beforeAll(async () => {
  mails = await startMailServer()
  server = await startNode({ clock: () => now, mail: mails.settings })
  browser = await launchChromium()
  office = await staffedOffice(server)
  marika = await takeSeat(browser)
  await comeIn(marika, 'Marika Osei')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mails?.stop()
})

const said = (words: string) => marika.page.getByRole('status').getByText(words).waitFor()

describe('somebody of the office', () => {
  test('says where they are written to, and is told what is no address', async () => {
    const { page } = marika
    await go(marika, 'Mail')
    await arrive(marika, 'Mail and absences')
    await page.getByText('Mail comes from goodfaith@office.example.').waitFor()
    await page.getByLabel('Second address').fill('marika at home')
    await press(marika, 'Keep the addresses')
    await page.getByText('Enter a first address too.').waitFor()
    await page.getByText('Enter an address such as').waitFor()
    expect(await barriers(page, 'mail')).toEqual([])
    await page.getByLabel('First address').fill('marika@office.example')
    await page.getByLabel('Second address').fill('marika@home.example')
    await press(marika, 'Keep the addresses')
    await said('The addresses are kept.')
    await go(marika, 'Inbox')
    await go(marika, 'Mail')
    await expect.poll(() => page.getByLabel('First address').inputValue()).toBe('marika@office.example')
  })

  test('enters when they are away and who covers, and colleagues see it', async () => {
    const { page } = marika
    await page.getByLabel('First day away').fill('2027-03-20')
    await page.getByLabel('Last day away').fill('2027-03-15')
    await press(marika, 'Enter the absence')
    await page.getByText('Enter a first and a last day').waitFor()
    await page.getByLabel('Last day away').fill('2027-03-26')
    await page.getByLabel('Who covers').selectOption({ label: 'Idris Lindqvist' })
    await press(marika, 'Enter the absence')
    await said('Your absences are kept.')
    await page.getByText('From 20 March 2027 to 26 March 2027; Idris Lindqvist covers.').waitFor()
    await page.getByLabel('First day away').fill('2027-03-26')
    await page.getByLabel('Last day away').fill('2027-03-27')
    await press(marika, 'Enter the absence')
    await page.getByText('Two of your absences fall on the same day.').waitFor()
    await go(marika, 'People')
    await page.getByText('Away from 20 March 2027').waitFor()
    await go(marika, 'Mail')
    await press(marika, 'Take away the absence from 20 March 2027')
    await page.getByText('You have entered no absence.').waitFor()
  })
})

test('a chief sees what did not arrive, and sends it again', async () => {
  const { page } = marika
  mails.behave('knows nobody')
  await report(office)
  now = start + 5 * hour
  await server.keepHouse()
  await comeIn(marika, 'Marika Osei')
  await go(marika, 'Mail')
  await page.getByText('Marika Osei, first address: refused on 10 March 2027.').waitFor()
  expect(await barriers(page, 'undelivered mail')).toEqual([])
  mails.behave('accepts')
  await press(marika, 'Send it again')
  await said('It is sent again within a quarter of an hour.')
  await server.keepHouse()
  expect(mails.received.map(({ to }) => to)).toContain('marika@office.example')
  await go(marika, 'Inbox')
  await go(marika, 'Mail')
  await page.getByText('None: every mail was taken.').waitFor()
  expect(marika.complaints).toEqual([])
})

test('where no mail is set up the page says so', async () => {
  const silent = await startNode()
  const alone = await staffedOffice(silent)
  const seat = await takeSeat(browser)
  await enterByKitAtConsole(seat, silent, kitWords(alone.chief.kit, 'english'))
  await go(seat, 'Mail')
  await seat.page.getByText('No mail is sent').waitFor()
  await silent.stop()
})
