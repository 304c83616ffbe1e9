import { Agent, type IncomingMessage, request } from 'node:http'

/** One client of the service over one connection that stays open: as cheap as Node allows, so that the service is measured. */
export interface Client {
  /** Sends JSON and gives the status and the bytes that came back. */
  post(path: string, body: string): Promise<{ readonly status: number; readonly bytes: Buffer }>
  end(): void
}

export function connect(origin: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    post: async (path, body) => {
      const headers = { origin, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        request(origin + path, { agent, method: 'POST', headers }, resolve)
          .on('error', reject)
          .end(body)
      })
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      return { status: answer.statusCode ?? 0, bytes: Buffer.concat(chunks) }
    },
    end: () => agent.destroy(),
  }
}

/** Has so many clients do every item, each the next one as soon as it is free. Gives the milliseconds that it took. */
export async function drive<Item>(
  origin: string,
  clients: number,
  items: readonly Item[],
  act: (client: Client, item: Item) => Promise<void>,
): Promise<number> {
  const queue = items[Symbol.iterator]()
  const all = Array.from({ length: clients }, () => connect(origin))
  const begun = performance.now()
  await Promise.all(
    all.map(async (client) => {
      for (const item of queue) await act(client, item)
    }),
  )
  const took = performance.now() - begun
  for (const client of all) client.end()
  return took
}
