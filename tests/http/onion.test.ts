import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../support/client.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { signIn } from '../support/officers.ts'
import { newReporter, readEntries, sealReport } from '../support/reporters.ts'
import { type Server, startEdge, startNode } from '../support/servers.ts'

const onion = `http://${'goodfaith'.padEnd(56, 'a')}.onion`
const other = `http://${'elsewhere'.padEnd(56, 'b')}.onion`

/** A reporter whose page came from an onion service; here its requests arrive as Tor would bring them. */
const throughTor = async (server: Server, from: string) => ({
  ...(await newReporter(server.origin)),
  client: createClient(from, server.origin),
})

describe.each([
  ['Node', () => startNode({ onion })],
  ['workerd', () => startEdge({ onion })],
] as const)('on %s', (_, start) => {
  let server: Server
  let office: Office
  beforeAll(async () => {
    server = await start()
    office = await foundOffice(server)
  })
  afterAll(() => server.stop())

  test('Tor Browser is told where the same page is without leaving Tor, and nobody is told of anything else', async () => {
    const client = createClient(server.origin)
    const page = await client.send('GET', '/en/report/?from=mail')
    expect(page.headers.get('onion-location')).toBe(`${onion}/en/report/`)
    // A mistyped address in any script is a page that is not there, and no more.
    for (const path of ['/ar/%D8%AD', '/en/%0d%0ax']) {
      const missing = await client.send('GET', path)
      expect([path, missing.status]).toEqual([path, 404])
      expect(missing.headers.get('onion-location')).toBe(onion + path)
    }
    for (const path of ['/en/office/', '/api/directory']) {
      expect((await client.send('GET', path)).headers.get('onion-location')).toBeNull()
    }
  })

  test('a reporter who comes by the onion service reports and reads the case, signing that address', async () => {
    const reporter = await throughTor(server, onion)
    await reporter.client.call('submitReport', { body: await sealReport(reporter) })
    expect(await readEntries(reporter)).toHaveLength(2)
    // The same key is good at either address; a signature for one is not a signature for the other.
    expect(await readEntries({ ...reporter, client: createClient(server.origin) })).toHaveLength(2)
    const mixed = { ...createClient(onion, server.origin), origin: server.origin }
    await expect(readEntries({ ...reporter, client: mixed })).rejects.toThrow('case.read_refused')
  })

  test('pages of another onion service can send nothing, and no officer signs in by one', async () => {
    const reporter = await throughTor(server, other)
    const refused = await reporter.client.ask('submitReport', {
      body: await sealReport(await throughTor(server, onion)),
    })
    expect(refused).toMatchObject({ status: 403, code: 'request.wrong_origin' })
    const officer = { ...office.chief, client: createClient(onion, server.origin) }
    await expect(signIn(officer)).rejects.toThrow()
    for (const name of ['signInByKit', 'join', 'foundOffice'] as const) {
      const { code } = await officer.client.ask(name, { body: {} as never })
      expect([name, code]).toEqual([name, 'request.wrong_origin'])
    }
  })
})

test('a service without an onion service speaks of none', async () => {
  const server = await startNode()
  const { headers } = await createClient(server.origin).send('GET', '/en/')
  expect(headers.get('onion-location')).toBeNull()
  const reporter = await throughTor(server, onion)
  const { code: refused } = await reporter.client.ask('submitReport', { body: {} as never })
  expect(refused).toBe('request.wrong_origin')
  await server.stop()
})
