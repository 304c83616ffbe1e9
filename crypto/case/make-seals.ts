import type { Random } from '../random.ts'
import { type Bytes, nothing, xor, zero32 } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import type { SealsBlock } from '../wire/seals-block.ts'
import { serviceShareHash, shareMaskHash } from '../wire/share-hash.ts'
import type { SealMode } from '../wire/types.ts'
import { wrapPrevious } from './content-key.ts'
import type { Place } from './place.ts'
import { type Reader, seal } from './seal.ts'
import type { LaneSecrets } from './secrets.ts'
import type { Work } from './work.ts'

/** To whom a seals block goes. */
export interface Recipients {
  readonly mode: SealMode
  readonly place: Place
  /** `null` where the reporter is not among them. */
  readonly reporter: Reader | null
  readonly officers: readonly Reader[]
}

/** A seals block, what its author then knows, and what goes beside it to the service. */
export interface MadeSeals {
  readonly block: SealsBlock
  readonly secrets: LaneSecrets
  readonly share: Work['share']
  readonly shareHash: Bytes
}

/** The officers' part of an identity key and what the service gets of it, by the mode of the block (PROTOCOL 5.6). */
async function identityPart(mode: SealMode, held: LaneSecrets, key: Bytes | undefined, random: Random) {
  if (mode === 'new-key') {
    const part = random(32)
    const serviceShare = xor(key as Bytes, part)
    return { part, share: { serviceShare }, shareHash: await serviceShareHash(serviceShare) }
  }
  must(held.part !== null, 'seal.bad')
  if (mode === 'more-readers') return { part: held.part, share: {}, shareHash: zero32 }
  const shareMask = random(32)
  return { part: xor(held.part, shareMask), share: { shareMask }, shareHash: await shareMaskHash(shareMask) }
}

const lookUp = (held: LaneSecrets, epoch: number): Bytes => {
  const key = held.keys.get(epoch)
  must(key !== undefined, 'seal.bad')
  return key
}

/** Makes the seals of an entry (PROTOCOL 5.5). Throws `seal.bad` if the author lacks the key to be sealed. */
export async function makeSeals(to: Recipients, held: LaneSecrets, begun: boolean, random: Random): Promise<MadeSeals> {
  const { mode, place, reporter, officers } = to
  const fresh = mode === 'new-key' ? random(32) : undefined
  const previousKey = fresh && begun ? wrapPrevious(place, fresh, lookUp(held, place.epoch - 1)) : nothing
  const keys = fresh ? new Map(held.keys).set(place.epoch, fresh) : held.keys
  const identity = place.lane === 'identity' ? await identityPart(mode, held, fresh, random) : null
  const forOfficers = identity?.part ?? lookUp({ ...held, keys }, place.epoch)
  const seals = [
    ...(reporter ? [seal(lookUp({ ...held, keys }, place.epoch), place, reporter)] : []),
    ...officers.map((reader) => seal(forOfficers, place, reader)),
  ]
  return {
    block: { mode, previousKey, seals },
    secrets: { keys, part: identity?.part ?? null },
    share: identity?.share ?? {},
    shareHash: identity?.shareHash ?? zero32,
  }
}
