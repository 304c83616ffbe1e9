import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Cron } from 'croner'
import { migrate } from '../../../db/migrate.ts'
import { openSqlite } from '../../../db/sqlite.ts'
import { createStore } from '../../../db/store.ts'
import { soundPack } from '../../domain/pack/check/sound-pack.ts'
import { packFiles } from '../../domain/packs/in-use.ts'
import { createApp } from '../../http/app.ts'
import { createWorld } from '../../service/create-world.ts'
import { foundingLink } from '../../service/founding-link.ts'
import type { Clock, EventLog } from '../../service/ports.ts'
import { deriveSecrets } from '../../service/secrets.ts'
import { fileAssets } from './file-assets.ts'
import { fileBlobs } from './file-blobs.ts'
import { housekeeping } from './housekeeping.ts'
import { listenerOf, refuseUnreadable } from './listener.ts'
import { nativePrimitives, useNativeCrypto } from './native-crypto.ts'
import { serviceSecret } from './service-secret.ts'
import type { Settings } from './settings.ts'
import { smtpMailer } from './smtp-mailer.ts'

/** Where the project's folders stand, seen from here. */
const root = join(import.meta.dirname, '../../..')

/**
 * How long one request may take to come in, in milliseconds. A locked file with others in it has 13 MB, which a line of
 * 8,000 bytes a second brings in this time; in Node's own five minutes it would have to be six times as fast.
 */
const LONGEST_REQUEST = 30 * 60_000

/** How long the service waits for requests that still come in when it stops, in milliseconds: somebody may never end theirs. */
const FAREWELL = 5_000

export interface Running {
  readonly origin: string
  /** The one-time link that founds the office; `null` once there is one. */
  readonly foundingLink: string | null
  /** Does now what is otherwise done every quarter of an hour. */
  keepHouse(): Promise<void>
  /** Lets mails in progress end and requests too, unless they take long to come in; then closes the database. */
  stop(): Promise<void>
}

/**
 * Starts the service on Node: SQLite in the data folder, the built site, Node's HTTP server.
 * @throws Error that names every fault of the rules; then nothing was begun
 */
export async function start(settings: Settings, log: EventLog, clock: Clock = Date.now): Promise<Running> {
  const pack = soundPack(packFiles)
  useNativeCrypto()
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const secrets = await deriveSecrets(serviceSecret(settings.dataDir, settings.serviceSecret), nativePrimitives)
  const database = openSqlite(join(settings.dataDir, 'goodfaith.sqlite'))
  migrate(database.raw, join(root, 'db/migrations'))

  const server = createServer({ requestTimeout: LONGEST_REQUEST })
  server.listen(settings.port, settings.host)
  await once(server, 'listening')
  const origin = settings.origin ?? `http://localhost:${(server.address() as AddressInfo).port}`
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const domain = new URL(origin).hostname
  const store = createStore(database)
  const mailer = settings.mail && smtpMailer(settings.mail)
  const world = createWorld({
    store,
    blobs: fileBlobs(join(settings.dataDir, 'files')),
    clock,
    random,
    secrets,
    mailer,
    pack,
    origin,
    onion: settings.onion,
    domain,
  })
  const app = createApp({ world, assets: fileAssets(join(root, 'dist/public')), log })
  server.on('request', listenerOf(app, origin))
  server.on('clientError', (_, socket) => refuseUnreadable(socket))

  const keepHouse = housekeeping(world, database.forgetOrder, log)
  // Full hours fall on quarters of ours somewhere in the world; a run that is slow is not joined by the next.
  let latest = keepHouse()
  const again = (): Promise<void> => (latest = latest.then(keepHouse))
  const schedule = new Cron('*/15 * * * *', { protect: true }, again)
  return {
    origin,
    foundingLink: await foundingLink(world),
    keepHouse: again,
    stop: async () => {
      schedule.stop()
      await latest
      server.close()
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), FAREWELL)
      await once(server, 'close')
      clearTimeout(late)
      database.close()
    },
  }
}
