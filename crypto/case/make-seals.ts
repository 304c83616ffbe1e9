import type { Random } from '../random.ts'
import { type Bytes, nothing, xor, zero32 } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { encodeHeld, heldHash } from '../wire/held-block.ts'
import type { Seal, SealsBlock } from '../wire/seals-block.ts'
import { serviceShareHash, shareMaskHash } from '../wire/share-hash.ts'
import type { SealMode } from '../wire/types.ts'
import { wrapPrevious } from './content-key.ts'
import type { Recipients } from './draft.ts'
import type { Place } from './place.ts'
import { type Reader, seal } from './seal.ts'
import type { LaneSecrets } from './secrets.ts'
import type { Work } from './work.ts'

/** What is to be sealed, where, and to whom. */
interface Order extends Recipients {
  readonly mode: SealMode
  readonly place: Place
  /** Whether a new key wraps the one before it (PROTOCOL 5.2). */
  readonly wraps: boolean
}

/** A seals block, what its author then knows, and what goes beside it to the service. */
export interface MadeSeals {
  readonly block: SealsBlock | null
  readonly secrets: LaneSecrets
  readonly share: Work['share']
  readonly shareHash: Bytes
  /** What the service is to hold back; empty where that is nothing. */
  readonly held: Bytes
  readonly heldHash: Bytes
}

/** What an entry without seals makes of what its author knew: nothing. */
export const noSeals = (secrets: LaneSecrets): MadeSeals => ({
  ...{ block: null, secrets, share: {}, shareHash: zero32 },
  ...{ held: nothing, heldHash: zero32 },
})

type Part = Pick<MadeSeals, 'share' | 'shareHash'> & { readonly part: Bytes }

/** The officers' part of an identity key and what the service gets of it, by the mode of the block (PROTOCOL 5.6). */
async function identityPart(mode: SealMode, held: LaneSecrets, key: Bytes | null, random: Random): Promise<Part> {
  if (mode === 'new-key' && key) {
    const part = random(32)
    const serviceShare = xor(key, part)
    return { part, share: { serviceShare }, shareHash: await serviceShareHash(serviceShare) }
  }
  must(held.part !== null, 'seal.bad')
  if (mode === 'more-readers') return { part: held.part, share: {}, shareHash: zero32 }
  const shareMask = random(32)
  return { part: xor(held.part, shareMask), share: { shareMask }, shareHash: await shareMaskHash(shareMask) }
}

function keyOf(keys: ReadonlyMap<number, Bytes>, epoch: number): Bytes {
  const key = keys.get(epoch)
  must(key !== undefined, 'seal.bad')
  return key
}

/** Makes the seals of an entry (PROTOCOL 5.5). Throws `seal.bad` if the author lacks what is to be sealed. */
export async function makeSeals(order: Order, had: LaneSecrets, random: Random): Promise<MadeSeals> {
  const { mode, place, wraps, side, officers } = order
  const fresh = mode === 'new-key' ? random(32) : null
  const previousKey = fresh && wraps ? wrapPrevious(place, fresh, keyOf(had.keys, place.epoch - 1)) : nothing
  const keys = fresh ? new Map(had.keys).set(place.epoch, fresh) : had.keys
  const identity = place.lane === 'identity' ? await identityPart(mode, had, fresh, random) : null
  const sealKey = (reader: Reader): Seal => seal(keyOf(keys, place.epoch), place, reader)
  const sealPart = (reader: Reader): Seal => seal(identity?.part ?? keyOf(keys, place.epoch), place, reader)
  const seals = [...side.map(sealKey), ...officers.map(sealPart)]
  const held = order.held.length > 0 ? encodeHeld(order.held.map(sealPart)) : nothing
  return {
    block: { mode, previousKey, seals },
    secrets: { keys, part: identity?.part ?? null },
    share: identity?.share ?? {},
    shareHash: identity?.shareHash ?? zero32,
    held,
    heldHash: held.length > 0 ? await heldHash(held) : zero32,
  }
}
