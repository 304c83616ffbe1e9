import { openD1 } from '../../../db/d1.ts'
import { createStore } from '../../../db/store.ts'
import { soundPack } from '../../domain/pack/check/sound-pack.ts'
import { packFiles } from '../../domain/packs/in-use.ts'
import { createApp } from '../../http/app.ts'
import { createWorld } from '../../service/create-world.ts'
import { foundingLink } from '../../service/founding-link.ts'
import { deriveSecrets } from '../../service/secrets.ts'
import type { World } from '../../service/world.ts'
import { boundAssets } from './bound-assets.ts'
import { boundMailer } from './bound-mailer.ts'
import { bucketBlobs } from './bucket-blobs.ts'
import { eventLog, say } from './event-log.ts'
import { mailFromOf, onionOf, originOf, secretOf } from './settings.ts'

/** What `wrangler.toml` binds, and the settings of an installation. */
export interface Env {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Where sealed files lie, part by part. */
  readonly BLOBS: R2Bucket
  /** Base64url of 32 bytes. */
  readonly SERVICE_SECRET?: string
  /** The address that people open; needed anywhere but on localhost. */
  readonly ORIGIN?: string
  /** The address of the onion service that leads here, if there is one. */
  readonly ONION_ORIGIN?: string
  /** Sends mail; used once `MAIL_FROM` says from which address. */
  readonly MAIL?: SendEmail
  readonly MAIL_FROM?: string
}

// Outside of any request: a worker whose rules have a fault is refused when it is deployed, with the reason.
const pack = soundPack(packFiles)

interface Service {
  readonly world: World
  readonly app: ReturnType<typeof createApp>
}

/** One for each isolate and origin. Finished ones alone: a request must never wait for what another one has begun. */
const services = new Map<string, Service>()

/** The service for requests that came to an origin, made at the first of them. */
export async function serviceAt(env: Env, cameTo: string): Promise<Service> {
  const service = services.get(cameTo) ?? (await makeService(env, cameTo))
  services.set(cameTo, service)
  return service
}

async function makeService(env: Env, cameTo: string): Promise<Service> {
  const origin = originOf(env.ORIGIN, cameTo)
  const secrets = await deriveSecrets(secretOf(env.SERVICE_SECRET))
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const domain = new URL(origin).hostname
  const from = mailFromOf(env.MAIL_FROM)
  const mailer = env.MAIL && from !== null ? boundMailer(env.MAIL, from) : null
  const store = createStore(openD1(env.DB))
  const world = createWorld({
    store,
    blobs: bucketBlobs(env.BLOBS),
    clock: Date.now,
    random,
    secrets,
    mailer,
    pack,
    origin,
    onion: onionOf(env.ONION_ORIGIN),
    domain,
  })
  const link = await foundingLink(world)
  if (link) say(`There is no office yet. Found it, once, at ${link}`)
  return { world, app: createApp({ world, assets: boundAssets(env.ASSETS), log: eventLog }) }
}
