import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../src/contract/limits.ts'
import { createClient } from '../support/client.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
beforeAll(async () => {
  server = await startNode()
})
afterAll(() => server.stop())

/** Says something over a bare line and gives all that came back; `cut` hangs up instead of listening. */
async function say(text: string, cut = false): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), 'localhost')
  await once(socket, 'connect')
  socket.write(text)
  if (cut) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    return ''
  }
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

const get = (method: string, path: string) => `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`

test('somebody who does not speak HTTP is answered in the one form, with the headers of every answer', async () => {
  const answer = await say('good faith, please\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain("content-security-policy: default-src 'none'")
  expect(answer).toContain('{"error":{"code":"request.malformed"}}')
})

test('methods that no browser speaks are refused in the one form', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'PURGE']) {
    expect(await say(get(method, '/en/'))).toContain('{"error":{"code":"request.not_found"}}')
    expect(await say(get(method, '/api/reports'))).toContain('{"error":{"code":"request.wrong_method"}}')
  }
})

test('an address that is none leads nowhere', async () => {
  for (const path of ['*', 'http://evil.example/', '/%', '/%ff%fe', '/\\..\\..\\', '/en/?%']) {
    expect(await say(get('GET', path))).toMatch(/^HTTP\/1\.1 (200|302|404) /)
  }
})

test('a line that breaks in the middle of a report leaves the service as it was', async () => {
  const headers = `Host: x\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n`
  const before = await server.dump()
  for (let turn = 0; turn < 5; turn++) await say(`POST /api/reports HTTP/1.1\r\n${headers}{"entries":`, true)
  expect(await server.dump()).toBe(before)
  expect((await createClient(server.origin).call('officeState')).founded).toBe(false)
  expect(server.log().filter((line) => line.startsWith('fault'))).toEqual([])
})

test('a locked file as large as may be comes in over a line of ten thousand bytes a second', async () => {
  const asked: HttpServer[] = []
  const hear = (message: unknown) => void asked.push((message as { server: HttpServer }).server)
  subscribe('http.server.request.start', hear)
  await say(get('GET', '/en/'))
  unsubscribe('http.server.request.start', hear)
  const { port } = new URL(server.origin)
  const ours = asked.find((one) => String((one.address() as AddressInfo).port) === port)
  expect(ours?.requestTimeout).toBeGreaterThan(limits.envelope / 10)
})

test('the service stops although somebody never ends what they send', async () => {
  const stopping = await startNode()
  const socket = connect(Number(new URL(stopping.origin).port), 'localhost')
  socket.on('error', () => undefined).resume()
  const cut = once(socket, 'close')
  const head = 'Host: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100'
  socket.write(`POST /en/hand-in/ HTTP/1.1\r\n${head}\r\n\r\nhalf`)
  await once(socket, 'connect')
  await createClient(stopping.origin).call('officeState')
  await stopping.stop()
  await cut
})
