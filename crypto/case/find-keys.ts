import type { Keys } from '../keys/keys.ts'
import { type Bytes, equal, xor } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import type { VerifiedEntry } from '../wire/entry.ts'
import { must } from '../wire/errors.ts'
import type { Lane } from '../wire/types.ts'
import { keyCommitment, unwrapPrevious } from './content-key.ts'
import { openSeal } from './seal.ts'
import type { LaneSecrets, Secrets } from './secrets.ts'

interface Found {
  readonly epoch: number
  readonly sequence: number
  readonly secret: Bytes
}

const placeOf = ({ header }: VerifiedEntry, epoch = header.epoch) => ({ case: header.case, lane: header.lane, epoch })

/** What the newest seal to this person holds, or `null` if there is none. Throws `seal.bad` if it does not open. */
function newestSeal(entries: readonly VerifiedEntry[], keys: Keys): Found | null {
  for (const entry of entries.toReversed()) {
    const mine = entry.seals?.seals.find(({ reader }) => equal(reader, keys.sealing.id))
    if (!mine) continue
    const secret = openSeal(mine, placeOf(entry), keys.sealing)
    must(secret !== null, 'seal.bad')
    return { epoch: entry.header.epoch, sequence: entry.header.sequence, secret }
  }
  return null
}

/** A content key and all before it (PROTOCOL 5.2), each checked against the commitment of its epoch. Throws `seal.bad`. */
async function withEarlier(entries: readonly VerifiedEntry[], found: Found): Promise<ReadonlyMap<number, Bytes>> {
  const keys = new Map<number, Bytes>()
  const beginnings = entries.filter(({ seals }) => seals?.mode === 'new-key').toReversed()
  let key: Bytes | null = found.secret
  for (const beginning of beginnings.filter(({ header }) => header.epoch <= found.epoch)) {
    const place = placeOf(beginning)
    must(key !== null && equal(await keyCommitment(place, key), beginning.header.keyCommitment), 'seal.bad')
    keys.set(place.epoch, key)
    const wrapped = beginning.seals?.previousKey
    // Where a lane's key was lost, its history ends.
    if (!wrapped?.length) break
    key = unwrapPrevious(place, key, wrapped)
  }
  return keys
}

/** From which entry of the identity lane on the present officers' part is sealed; older parts are worth nothing. */
export const partSince = (entries: readonly VerifiedEntry[]): number =>
  entries.findLast(({ header, seals }) => header.lane === 'identity' && seals && seals.mode !== 'more-readers')?.header
    .sequence ?? 0

/** Officers have a part of the identity lane's key, and the key itself only with the service's share (PROTOCOL 5.6). */
async function identitySecrets(
  entries: readonly VerifiedEntry[],
  found: Found,
  share: Bytes | null,
): Promise<LaneSecrets> {
  if (found.sequence < partSince(entries)) return { keys: new Map(), part: null }
  const part = found.secret
  if (!share) return { keys: new Map(), part }
  const keys = await withEarlier(entries, { ...found, secret: xor(part, share) })
  return { keys, part }
}

/**
 * What this person can open of a lane, from their own seals (PROTOCOL 10.4); `entries` are those that count, in order.
 * Throws `seal.bad` for a seal that does not hold what the headers commit to, or a share that does not fit.
 */
export async function laneSecrets(
  entries: readonly VerifiedEntry[],
  lane: Lane,
  keys: Keys,
  share: Bytes | null,
): Promise<LaneSecrets> {
  const found = newestSeal(entries, keys)
  if (!found) return { keys: new Map(), part: null }
  if (lane === 'identity' && keys.who === 'member') return identitySecrets(entries, found, share)
  return { keys: await withEarlier(entries, found), part: null }
}

/** Whether this person is among the holders of a lane's present key. */
export const isHolder = (state: CaseState, lane: Lane, keys: Keys): boolean =>
  state.lanes[lane]?.holders.some(({ sealingKeyId }) => equal(sealingKeyId, keys.sealing.id)) ?? false

export type { Secrets }
