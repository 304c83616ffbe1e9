/**
 * The least that any service has to do for a report, in a process of its own: take it over HTTP, read it as JSON, check
 * three signatures, make two, and keep the bytes as one value. What came together shares one commit. It judges nothing,
 * so that no real service is as quick.
 */
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rawDatabase } from '../load/raw-database.ts'
import { bytesOf } from '../load/report-bytes.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
/** As long as what is signed of an entry. */
const message = Buffer.alloc(700)
const signature = sign(null, message, privateKey)
const database = rawDatabase()
let waiting: { readonly report: Uint8Array; readonly outgoing: ServerResponse }[] = []

function flush(): void {
  const together = waiting
  waiting = []
  database.keepTogether(together.map(({ report }) => report))
  for (const { outgoing } of together) {
    const receipts = [1, 2].map(() => sign(null, message, privateKey).toString('base64url'))
    const body = JSON.stringify({ receipts })
    outgoing.writeHead(201, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  }
}

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => {
    const report = bytesOf(Buffer.concat(chunks).toString())
    for (let signed = 0; signed < 3; signed++) verify(null, message, publicKey, signature)
    if (waiting.push({ report, outgoing }) === 1) setImmediate(flush)
  })
})
server.listen(0, 'localhost')
await once(server, 'listening')
process.on('message', (asked) => {
  if (asked === 'cpu') process.send?.({ cpu: process.cpuUsage() })
})
process.once('disconnect', () => {
  server.close()
  server.closeAllConnections()
  database.close()
})
process.send?.({ origin: `http://localhost:${(server.address() as AddressInfo).port}`, foundingLink: null })
