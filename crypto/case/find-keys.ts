import type { Keys } from '../keys/keys.ts'
import { type Bytes, equal, xor } from '../wire/bytes.ts'
import type { VerifiedEntry } from '../wire/entry.ts'
import type { Lane } from '../wire/types.ts'
import { keyCommitment, unwrapPrevious } from './content-key.ts'
import { openSeal } from './seal.ts'
import type { LaneSecrets } from './secrets.ts'

/** What somebody can open of a lane, and the epochs that they should be able to open and cannot. */
export interface FoundSecrets {
  readonly secrets: LaneSecrets
  readonly bad: ReadonlySet<number>
}

/** Entries with a seal to this person, newest first. */
const withMySeal = (entries: readonly VerifiedEntry[], { sealing }: Keys): VerifiedEntry[] =>
  entries.filter(({ seals }) => seals?.seals.some(({ reader }) => equal(reader, sealing.id))).toReversed()

function openMine({ header, seals }: VerifiedEntry, { sealing }: Keys): Bytes | null {
  const mine = seals?.seals.find(({ reader }) => equal(reader, sealing.id))
  return mine ? openSeal(mine, header, sealing) : null
}

async function firstFitting(beginning: VerifiedEntry, candidates: Iterable<() => Bytes | null>): Promise<Bytes | null> {
  for (const candidate of candidates) {
    const key = candidate()
    if (key && equal(await keyCommitment(beginning.header, key), beginning.header.keyCommitment)) return key
  }
  return null
}

/** The candidates for the key of an epoch besides the one that the epoch after it wraps. */
type Candidates = (epoch: number) => (() => Bytes | null)[]

/**
 * Content keys from the newest epoch back (PROTOCOL 5.2), each checked against the commitment of its epoch (5.3). Where a
 * wrapped key turns out bad, older seals still open what they can.
 */
async function walkBack(entries: readonly VerifiedEntry[], candidates: Candidates) {
  const keys = new Map<number, Bytes>()
  const bad = new Set<number>()
  let wrapped: (() => Bytes | null)[] = []
  for (const beginning of entries.filter(({ seals }) => seals?.mode === 'new-key').toReversed()) {
    const { epoch } = beginning.header
    const promised = [...wrapped, ...candidates(epoch)]
    const key = await firstFitting(beginning, promised)
    const previous = beginning.seals?.previousKey
    wrapped = key && previous?.length ? [() => unwrapPrevious(beginning.header, key, previous)] : []
    if (key) keys.set(epoch, key)
    else if (promised.length > 0) bad.add(epoch)
  }
  return { keys, bad }
}

/** From which entry of the identity lane on the present officers' part is sealed; older parts are worth nothing. */
export const partSince = (entries: readonly VerifiedEntry[]): number =>
  entries.findLast(({ header, seals }) => header.lane === 'identity' && seals && seals.mode !== 'more-readers')?.header
    .sequence ?? 0

/** Officers have a part of the identity lane's key, and the key itself only with the service's share (PROTOCOL 5.6). */
async function identitySecrets(
  entries: readonly VerifiedEntry[],
  keys: Keys,
  share: Bytes | null,
): Promise<FoundSecrets> {
  const newest = withMySeal(entries, keys)[0]
  const part = newest && newest.header.sequence >= partSince(entries) ? openMine(newest, keys) : null
  const present = newest?.header.epoch
  const found = await walkBack(entries, (epoch) => (part && share && epoch === present ? [() => xor(part, share)] : []))
  return { secrets: { keys: found.keys, part }, bad: found.bad }
}

/** What this person can open of a lane, from their own seals (PROTOCOL 10.4); `entries` are those that count, in order. */
export async function laneSecrets(
  entries: readonly VerifiedEntry[],
  lane: Lane,
  keys: Keys,
  share: Bytes | null,
): Promise<FoundSecrets> {
  if (lane === 'identity' && keys.who === 'member') return identitySecrets(entries, keys, share)
  const mine = withMySeal(entries, keys)
  const found = await walkBack(entries, (epoch) =>
    mine.filter(({ header }) => header.epoch === epoch).map((entry) => () => openMine(entry, keys)),
  )
  return { secrets: { keys: found.keys, part: null }, bad: found.bad }
}
