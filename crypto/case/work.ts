import type { Keys } from '../keys/keys.ts'
import type { Random } from '../random.ts'
import type { Bytes } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import type { Directory } from '../wire/directory.ts'
import type { SignedEntry } from '../wire/entry.ts'
import type { HeldBlocks } from '../wire/held-block.ts'
import type { Secrets } from './secrets.ts'

/** Who writes, by which directory, on which day of the headquarters, with which randomness. */
export interface Pen {
  readonly keys: Keys
  readonly directory: Directory
  /** Days since 1970-01-01. */
  readonly day: number
  readonly random: Random
}

/** A batch in the making: the case as it will stand, the keys known so far, and the entries that bring it there. */
export interface Work {
  readonly state: CaseState
  readonly secrets: Secrets
  readonly entries: readonly SignedEntry[]
  /** What the service is sent beside the entries (PROTOCOL 5.6). */
  readonly share: { readonly serviceShare?: Bytes; readonly shareMask?: Bytes }
  /** The newest held block of each lane (PROTOCOL 5.7). */
  readonly held: HeldBlocks
  /** The newest shared entry of the batch, which a summary covers; `null` if there is none. */
  readonly covered: { readonly hash: Bytes; readonly epoch: number } | null
}

export const begin = (state: CaseState, secrets: Secrets): Work => ({
  state,
  secrets,
  entries: [],
  share: {},
  held: {},
  covered: null,
})
