import type { Bytes } from '../wire/bytes.ts'
import type { Lane } from '../wire/types.ts'

/** What somebody holds of a lane. */
export interface LaneSecrets {
  /** Content keys by epoch, as far as they are known. */
  readonly keys: ReadonlyMap<number, Bytes>
  /** The officers' present part A of the identity lane's key (PROTOCOL 5.6); `null` elsewhere and for the reporter. */
  readonly part: Bytes | null
}

export type Secrets = Readonly<Record<Lane, LaneSecrets>>

const none: LaneSecrets = { keys: new Map(), part: null }

export const noSecrets: Secrets = { shared: none, office: none, identity: none }
