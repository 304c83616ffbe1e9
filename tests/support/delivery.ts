import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { type Office, staffedOffice } from './office.ts'
import { type Officer, signIn } from './officers.ts'
import { type Server, startNode } from './servers.ts'

const minute = 60_000
export const quarter = 15 * minute
export const hour = 60 * minute

/** An office with a mail server beside it, and a clock that is set by hand. Its day is that of UTC. */
export interface MailRoom {
  readonly server: Server
  readonly office: Office
  readonly mails: MailServer
  readonly chief: Officer
  readonly officer: Officer
  readonly substitute: Officer
  now(): number
  /** Lets the time pass, quarter of an hour by quarter of an hour, with the service doing what is due at each. */
  until(moment: string | number): Promise<void>
  /** Jumps to a moment, as a machine that was switched off does. */
  jump(moment: string | number): void
  /** Says where somebody is written to. */
  address(who: Officer, first: string | null, second?: string | null, daily?: boolean): Promise<void>
  /** To whom the mails went that came since the last question. */
  sentTo(): string[]
  /** A second service over the same data. */
  twin(): Promise<Server>
  /** A third one, in a process that can be killed; it begins with what is due now. */
  process(): ChildProcess
  stop(): Promise<void>
}

const start = Date.UTC(2027, 2, 10, 9, 30)
const momentOf = (moment: string | number) => (typeof moment === 'number' ? moment : Date.parse(`${moment}Z`))

/** Opens on Wednesday 10 March 2027 at half past nine. */
export async function mailRoom(): Promise<MailRoom> {
  let now = start
  let seen = 0
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-mail-'))
  const mails = await startMailServer()
  const settings = { clock: () => now, mail: mails.settings, dataDir }
  const server = await startNode(settings)
  const office = await staffedOffice(server)
  const [chief, officer, substitute] = office.people as [Officer, Officer, Officer]
  await server.keepHouse()
  return {
    ...{ server, office, mails, chief, officer, substitute },
    now: () => now,
    until: async (moment) => {
      for (const end = momentOf(moment); now < end; ) {
        now = Math.min(end, (Math.floor(now / quarter) + 1) * quarter)
        await server.keepHouse()
      }
    },
    jump: (moment) => {
      now = momentOf(moment)
    },
    address: async (who, first, second = null, daily = false) => {
      await signIn(who)
      await who.client.call('setMailAddresses', { body: { first, second, daily } })
    },
    sentTo: () => {
      const fresh = mails.received.slice(seen).map(({ to }) => to)
      seen = mails.received.length
      return fresh.toSorted()
    },
    twin: () => startNode({ ...settings, secret: server.secret }),
    process: () =>
      spawn(process.execPath, [join(import.meta.dirname, 'service-child.ts')], {
        stdio: 'inherit',
        env: {
          ...{ PORT: '0', NOW: String(now), DATA_DIR: dataDir, SERVICE_SECRET: toBase64url(server.secret) },
          ...{ SMTP_URL: mails.settings.url, MAIL_FROM: mails.settings.from },
        },
      }),
    stop: async () => {
      await server.stop()
      await mails.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
