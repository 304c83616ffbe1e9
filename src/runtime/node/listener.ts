import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type createApp, unreadable } from '../../http/app.ts'
import { patience, type ReadBytes } from '../../http/read-body.ts'
import { Refusal } from '../../service/ports.ts'

/** The app behind Node's own HTTP server. Bodies are read from the socket, up to what each route allows. */
export function listenerOf(app: ReturnType<typeof createApp>, origin: string): RequestListener {
  return (incoming, outgoing) => {
    answer(app, origin, incoming, outgoing).catch(() => outgoing.destroy())
  }
}

async function answer(
  app: ReturnType<typeof createApp>,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await app.fetch(requestOf(origin, incoming), { readBytes: bytesFrom(incoming) })
  // Text goes out in one piece with its headers; bytes would be a second write. What is compressed is text no more.
  const { headers } = response
  const text = headers.get('content-type')?.startsWith('application/json') && !headers.has('content-encoding')
  const body = text ? await response.text() : new Uint8Array(await response.arrayBuffer())
  const length = Buffer.byteLength(body)
  outgoing.writeHead(response.status, { ...Object.fromEntries(headers), 'content-length': length })
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
  drain(incoming)
}

/** What was refused unread would stand in the way of the next request on this connection; without end, it is cut. */
function drain(incoming: IncomingMessage): void {
  if (incoming.readableEnded) return
  let left = patience
  incoming.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) incoming.destroy()
  })
}

/** Methods that a `Request` cannot have; there is no route for them anyway. */
const unspeakable = ['CONNECT', 'TRACE', 'TRACK']

function requestOf(origin: string, { url, method = 'GET', headers }: IncomingMessage): Request {
  const single = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return new Request(origin + (url?.startsWith('/') ? url : '/'), {
    method: unspeakable.includes(method) ? 'UNKNOWN' : method,
    headers: single,
  })
}

/** What is not even HTTP gets the same form of answer, with the same headers. */
export async function refuseUnreadable(socket: Duplex): Promise<void> {
  if (!socket.writable) return
  const response = unreadable()
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  const body = await response.text()
  socket.end(`HTTP/1.1 ${response.status} Bad Request\r\n${lines.join('\r\n')}\r\nconnection: close\r\n\r\n${body}`)
}

/** Counts while it reads, and stops listening at the first byte too many. */
const bytesFrom =
  (incoming: IncomingMessage): ReadBytes =>
  (most) =>
    new Promise((resolve, reject) => {
      if (Number(incoming.headers['content-length'] ?? 0) > most) return resolve(null)
      const chunks: Buffer[] = []
      let length = 0
      incoming.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length <= most) chunks.push(chunk)
        else resolve(null)
      })
      incoming.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
      // A line that broke is nobody's fault; nobody reads the answer either.
      for (const cut of ['error', 'close']) {
        incoming.on(cut, () => incoming.readableEnded || reject(new Refusal('request.malformed')))
      }
    })
