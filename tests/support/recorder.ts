import { hash } from 'node:crypto'
import type { Page } from 'playwright-core'

/** All that crossed the network from and to some pages. */
export interface Recorder {
  /** Starts to record a page. */
  readonly watch: (page: Page) => Promise<void>
  /** Every address, header and body that was sent. */
  readonly sent: () => Buffer
  /** Every header and body that came back; what came more than once, such as a script, stands there once. */
  readonly received: () => Promise<Buffer>
  readonly addresses: () => readonly string[]
}

const linesOf = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')

/** Records by the browser's own eyes: nothing that a script, a worker or the browser itself sends passes by unseen. */
export function recorder(): Recorder {
  const addresses: string[] = []
  const sent: Buffer[] = []
  const received: Promise<Buffer[]>[] = []
  return {
    watch: async (page) => {
      page.context().on('request', async (request) => {
        addresses.push(request.url())
        sent.push(Buffer.from(`${request.method()} ${request.url()}\n${linesOf(request.headers())}`))
        sent.push(request.postDataBuffer() ?? Buffer.alloc(0))
        const all = await request.allHeaders().catch(() => ({}))
        sent.push(Buffer.from(linesOf(all)))
      })
      page.context().on('response', (response) => {
        const headers = Buffer.from(linesOf(response.headers()))
        // A redirection has no body.
        received.push(
          response.body().then(
            (body) => [headers, body],
            () => [headers],
          ),
        )
      })
    },
    sent: () => Buffer.concat(sent),
    received: async () => {
      const parts = (await Promise.all(received)).flat()
      return Buffer.concat([...new Map(parts.map((part) => [hash('sha256', part), part])).values()])
    },
    addresses: () => addresses,
  }
}
