import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countersign, kitWords } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { launchChromium } from '../support/browsers.ts'
import {
  arrive,
  enterByKitAtConsole,
  go,
  inviteAtConsole,
  press,
  type Seat,
  signInAtConsole,
  takeSeat,
  writeKitDown,
} from '../support/console.ts'
import { admit, join, type Office, staffedOffice } from '../support/office.ts'
import { signIn } from '../support/officers.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let office: Office
let marika: Seat
let idris: Seat

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  office = await staffedOffice(server)
  marika = await takeSeat(browser)
  idris = await takeSeat(browser)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const kitOf = (label: string): string[] => {
  const person = office.people.find((officer) => officer.label === label)
  if (person === undefined) throw new Error(`nobody is called ${label}`)
  return kitWords(person.kit, 'english')
}

describe('an officer who has lost the passkey', () => {
  test('is told which words of the kit do not fit', async () => {
    await idris.page.goto(`${server.origin}/en/office/`)
    await press(idris, 'Use the recovery kit')
    await idris.page
      .getByLabel('The 24 words')
      .fill(kitOf('Idris Lindqvist').with(2, 'elefant').with(9, 'zzz').join(' '))
    await press(idris, 'Sign in')
    await idris.page.getByText('Look again at these places on your sheet: 3 and 10.').waitFor()
  })

  test('comes in with the kit, and is asked to add a passkey', async () => {
    await enterByKitAtConsole(idris, server, kitOf('Idris Lindqvist'))
    await arrive(idris, 'Your keys')
    await idris.page.getByText('You came in with the recovery kit.').waitFor()
    await idris.page.getByLabel('A name for it').fill('Laptop at home')
    await press(idris, 'Make the passkey')
    await idris.page.getByRole('status').getByText('It works when a colleague has approved it.').waitFor()
  })

  test('cannot sign in with the new passkey before a colleague has approved it', async () => {
    await press(idris, 'Lock')
    await press(idris, 'Sign in with a passkey')
    expect(await idris.page.getByRole('alert').textContent()).toContain('You are not signed in')
    await enterByKitAtConsole(marika, server, kitOf('Marika Osei'))
    const asked = marika.page.getByRole('article').filter({ hasText: 'Laptop at home' })
    expect(await asked.textContent()).toContain('Idris Lindqvist')
    await asked.getByRole('button', { name: 'Sign and approve' }).click()
    await marika.page.getByRole('status').getByText('The passkey is approved.').waitFor()
    await signInAtConsole(idris)
    expect(await idris.page.getByText('You came in with the recovery kit.').count()).toBe(0)
  })

  test('can delete the lost passkey, but never the last', async () => {
    await go(idris, 'Keys')
    const rows = idris.page.locator('table').getByRole('button', { name: /^Delete/ })
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    await idris.page.getByRole('button', { name: 'Delete Idris Lindqvist' }).click()
    await idris.page.getByRole('status').getByText('Idris Lindqvist is deleted.').waitFor()
    expect(await rows.count()).toBe(0)
  })
})

describe('the recovery kit', () => {
  test('a sheet is tried without being used: the right words work, and those of somebody else do not', async () => {
    await press(idris, 'Test the sheet')
    await idris.page.getByLabel('The 24 words').fill(kitOf('Marika Osei').join(' '))
    await press(idris, 'Test these words')
    await idris.page.getByText('These words are not your present kit.').waitFor()
    await idris.page.getByLabel('The 24 words').fill(kitOf('Idris Lindqvist').join(' '))
    await press(idris, 'Test these words')
    await idris.page.getByRole('status').getByText('The kit works.').waitFor()
  })

  test('a new kit replaces the old one, which then opens nothing', async () => {
    await press(idris, 'Make a new kit')
    await idris.page.locator('.kit .words b').first().waitFor()
    const words = await idris.page.locator('.kit .words b').allTextContents()
    await press(idris, 'I have it on paper')
    for (const label of await idris.page.locator('form:has(.fields) .label').allTextContents()) {
      await idris.page.getByLabel(label, { exact: true }).fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
    }
    await press(idris, 'Check the words')
    await idris.page.getByRole('status').getByText('The new kit works.').waitFor()
    await press(idris, 'Lock')
    await press(idris, 'Use the recovery kit')
    await idris.page.getByLabel('The 24 words').fill(kitOf('Idris Lindqvist').join(' '))
    await press(idris, 'Sign in')
    await idris.page.getByRole('alert').waitFor()
    await idris.page.getByLabel('The 24 words').fill(words.join(' '))
    await press(idris, 'Sign in')
    await arrive(idris, 'Your keys')
  })
})

describe('an officer who has lost every passkey and the kit', () => {
  test('gets no new keys where there is one chief, who is told the other way', async () => {
    await go(marika, 'People')
    await marika.page.getByText('Whoever loses every key gets new ones only where two chiefs sign.').waitFor()
    expect(await marika.page.getByRole('option', { name: 'Idris Lindqvist: new keys' }).count()).toBe(0)
  })

  test('makes new keys by a link for them, which two chiefs sign after comparing words, and keeps their place', async () => {
    const second = await join(office, 'chief', 'Ama Brandt')
    await admit(office, second)
    await signIn(second)
    await marika.page.reload()
    await enterByKitAtConsole(marika, server, kitOf('Marika Osei'))
    const anew = await takeSeat(browser)
    const { page } = anew
    await page.goto(await inviteAtConsole(marika, 'Idris Lindqvist: new keys'))
    await arrive(anew, 'New keys for Idris Lindqvist')
    await press(anew, 'Make the passkey')
    await writeKitDown(anew)
    await press(anew, 'Check the words')
    await arrive(anew, 'Compare these words')
    await page.locator('.code b').first().waitFor()
    const said = await page.locator('.code b').allTextContents()
    await page.getByRole('link', { name: 'Go to the sign-in' }).click()
    await press(anew, 'Sign in with a passkey')
    await page.getByRole('alert').waitFor()

    await go(marika, 'Inbox')
    await go(marika, 'People')
    await marika.page.getByText('With two chiefs, both sign every change').waitFor()
    const asks = marika.page.getByRole('article', { name: 'Idris Lindqvist' })
    await expect.poll(() => asks.locator('.code b').allTextContents()).toEqual(said)
    await asks.getByLabel('I heard these eight words').check()
    await asks.getByRole('button', { name: 'Sign the new keys' }).click()
    await marika.page.getByText('Idris Lindqvist, ethics officer, gets new keys.').waitFor()
    const [proposal] = (await second.client.call('listProposals')).proposals
    if (!proposal) throw new Error('Nothing waits for the second chief')
    const { signer, signature } = countersign(fromBase64url(proposal.statement), second.keys)
    await second.client.call('signProposal', {
      path: { hash: proposal.hash },
      body: { signer: toBase64url(signer), signature: toBase64url(signature) },
    })
    await signInAtConsole(anew)
    expect(await page.getByText('Idris Lindqvist').count()).toBeGreaterThan(0)
  })
})

test('a device that cannot evaluate the PRF is refused with what to do', async () => {
  const seat = await takeSeat(browser, { prf: false })
  await enterByKitAtConsole(seat, server, kitOf('Noor Achterberg'))
  await seat.page.getByLabel('A name for it').fill('Old key')
  await press(seat, 'Make the passkey')
  await seat.page.getByText('it lacks the PRF extension').waitFor()
})
