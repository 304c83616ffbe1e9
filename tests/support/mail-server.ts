import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import type { MailSettings } from '../../src/runtime/node/settings.ts'
import { freePort } from './free-port.ts'

/**
 * How a mail server behaves: it takes mail; knows nobody, for now or for ever; refuses what it has read; takes its time;
 * takes mail and loses the line before it can say so; or says nothing at all.
 */
export type Manner =
  | 'accepts'
  | 'knows nobody'
  | 'is busy'
  | 'refuses what it read'
  | 'is slow'
  | 'drops the line'
  | 'knows no sender'

export interface Mail {
  readonly to: string
  /** As it came over the line. */
  readonly message: string
}

/** A real SMTP server. */
export interface MailServer {
  readonly settings: MailSettings
  /** Everything whose last byte it has read, in order, whether it said so or not. */
  readonly received: Mail[]
  /** How it behaves from now on; to a certain address otherwise, if one is named. */
  behave(manner: Manner, address?: string): void
  stop(): Promise<void>
  /** Begins again at the same port. */
  again(): Promise<void>
}

const refusal = (responseCode: number): Error => Object.assign(new Error('No'), { responseCode })

export async function startMailServer(): Promise<MailServer> {
  const port = await freePort()
  const received: Mail[] = []
  const manners = new Map<string, Manner>()
  const mannerTo = (address: string): Manner => manners.get(address) ?? manners.get('') ?? 'accepts'

  const create = (): SMTPServer =>
    new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false },
      onMailFrom: (_, __, done) => done(mannerTo('') === 'knows no sender' ? refusal(550) : null),
      onRcptTo: ({ address }, _, done) => {
        const manner = mannerTo(address)
        if (manner === 'knows nobody') return done(refusal(550))
        return done(manner === 'is busy' ? refusal(450) : null)
      },
      onData: async (stream, session, done) => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const manner = mannerTo(to)
        if (manner === 'refuses what it read') return done(refusal(554))
        received.push({ to, message: Buffer.concat(chunks).toString('latin1') })
        if (manner === 'drops the line') return cut()
        if (manner === 'is slow') await setTimeout(1_500)
        done()
      },
    })
  let server = create()
  const sockets = new Set<{ destroy(): void }>()
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const listen = async (): Promise<void> => {
    server.on('error', () => undefined)
    server.server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    server.listen(port, 'localhost')
    await once(server.server, 'listening')
  }
  await listen()
  const { port: listening } = server.server.address() as AddressInfo
  return {
    settings: { url: `smtp://localhost:${listening}`, from: 'goodfaith@office.example' },
    received,
    behave: (manner, address = '') => void manners.set(address, manner),
    stop: async () => {
      cut()
      await new Promise<void>((resolve) => server.close(resolve))
    },
    again: async () => {
      server = create()
      await listen()
    },
  }
}
