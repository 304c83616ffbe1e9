import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { start } from '../../src/runtime/node/start.ts'
import type { EventLog } from '../../src/service/ports.ts'
import { foundOffice } from '../support/office.ts'
import { open, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const silent: EventLog = { request: () => undefined, fault: () => undefined }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodfaith-restart-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const settings = () => ({
  port: 0,
  host: 'localhost',
  dataDir: join(folder, 'data'),
  origin: null,
  serviceSecret: null,
  onion: null,
  mail: null,
})

test('the founding link is the same at each start until the office is founded', async () => {
  const tokens: (string | undefined)[] = []
  for (let turn = 0; turn < 2; turn++) {
    const running = await start(settings(), silent)
    tokens.push(running.foundingLink?.split('#found=')[1])
    await running.stop()
  }
  expect(tokens[0]).toMatch(/^[\w-]{22}$/)
  expect(tokens[1]).toBe(tokens[0])
})

test('the secret is kept where only its owner reads it, and a damaged one stops the start', async () => {
  await (await start(settings(), silent)).stop()
  const file = join(folder, 'data/service-secret')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8').trim()).toMatch(/^[\w-]{43}$/)
  writeFileSync(file, 'half of it')
  await expect(start(settings(), silent)).rejects.toThrow('damaged')
})

test('whatever was accepted is there after a restart, and no second office can be founded', async () => {
  const clock = Date.now
  const first: Server = await startNode({ clock, dataDir: folder })
  const office = await foundOffice(first)
  const reporter = await report(office)
  await first.keepHouse()
  const before = await first.dump()
  await first.stop()
  const second = await startNode({
    clock,
    dataDir: folder,
    secret: first.secret,
    port: Number(new URL(first.origin).port),
  })
  expect(await second.dump()).toBe(before)
  expect((await open(reporter, reporter.address)).broken).toBeNull()
  expect((await office.chief.client.ask('readSession')).code).toBeNull()
  await second.stop()
})
