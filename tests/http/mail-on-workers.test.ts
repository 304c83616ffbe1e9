import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/build/root.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { report } from '../support/reporters.ts'
import { type Edge, startEdge } from '../support/servers.ts'

const address = `ines-${randomBytes(6).toString('hex')}@office.example`
let server: Edge
let office: Office

beforeAll(async () => {
  server = await startEdge({ mailFrom: 'goodfaith@office.example' })
  office = await foundOffice(server)
  await office.chief.client.call('setMailAddresses', { body: { first: address, second: null, daily: false } })
})
afterAll(() => server.stop())

const folder = join(projectRoot, '.wrangler/tmp/email')

/** The mails to this address that the platform's own binding has taken: on this machine it writes them into files. */
const mails = (): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(`To: <${address}>`))

const outbox = async () => (await server.dump()).split('# outbox\n')[1]?.split('#')[0]

test('mail leaves by the platform’s binding once its time has come, says what it always says, and is forgotten', async () => {
  await report(office)
  await server.keepHouse()
  expect(await outbox()).toMatch(/waiting/)
  expect(mails()).toEqual([])
  await server.change('UPDATE outbox SET next_try = 0')
  await server.keepHouse()
  await expect.poll(mails, { timeout: 20_000 }).toHaveLength(1)
  const [mail = ''] = mails()
  expect(mail).toContain('From: Goodfaith <goodfaith@office.example>')
  const body = Buffer.from(mail.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString()
  expect(body).toContain('/en/office/')
  expect(body).toContain('/fr/office/')
  expect(await outbox()).not.toMatch(/waiting/)
})
