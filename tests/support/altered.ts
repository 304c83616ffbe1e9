import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What tells how long an answer is and how it came, which is another matter here. */
const OF_THE_LINE = ['connection', 'content-length', 'keep-alive', 'transfer-encoding']

/** The pages and files of a service at another address, with all their headers and some of their texts altered. */
export const serveAltered = async (
  origin: string,
  alter: (path: string, text: string) => string,
): Promise<{ readonly origin: string; stop(): Promise<void> }> => {
  const server = createServer(async ({ url = '' }, response) => {
    const answer = await fetch(`${origin}${url}`, { headers: { 'accept-encoding': 'identity' } })
    const headers = [...answer.headers].filter(([name]) => !OF_THE_LINE.includes(name))
    response.writeHead(answer.status, Object.fromEntries(headers)).end(alter(url, await answer.text()))
  })
  await once(server.listen(0, 'localhost'), 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
