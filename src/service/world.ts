import type { Bytes } from '../../crypto/wire/bytes.ts'
import type { Pack } from '../domain/pack/pack.ts'
import type { CurrentOffice } from './current-office.ts'
import type { BlobStore, Clock, Mailer, Random, Store } from './ports.ts'
import type { Secrets } from './secrets.ts'

/** What every act of the service is given. Tests make one with their own time and randomness. */
export interface World {
  readonly store: Store
  /** Where sealed files lie. */
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly random: Random
  readonly secrets: Secrets
  /** `null` where no mail is set up: then mails wait. */
  readonly mailer: Mailer | null
  /** The rules in force. */
  readonly pack: Pack
  /** Scheme, host and port under which browsers know the service; signatures and passkeys are bound to it. */
  readonly origin: string
  /** The same service for who comes through Tor; `null` where there is no onion service. */
  readonly onion: string | null
  /** The host alone: the domain that passkeys belong to. */
  readonly domain: string
  /** The office as its directory makes it now; `null` before it is founded. */
  readonly office: () => Promise<CurrentOffice | null>
  /** The name of a blob that is about to be written on this day, which was announced already. */
  readonly blobName: (today: number) => Promise<Bytes>
}

/** Minutes since 1970, in which whatever expires is counted. */
export const minutesNow = (world: World): number => Math.floor(world.clock() / 60_000)
