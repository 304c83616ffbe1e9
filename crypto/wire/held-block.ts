import { type Bytes, compare, equal } from './bytes.ts'
import type { CaseState, Holder } from './case-state.ts'
import { decode, encode, list16 } from './codec.ts'
import type { VerifiedEntry } from './entry.ts'
import { sha256 } from './hash.ts'
import { limits } from './limits.ts'
import { type Seal, sealCodec } from './seals-block.ts'
import { tag } from './tag.ts'
import { type Lane, lanes } from './types.ts'

/** The held blocks that travel beside a batch: of each lane that got a new key or new shares, the newest (PROTOCOL 5.7). */
export type HeldBlocks = { readonly [L in Lane]?: Bytes }

const heldCodec = list16(sealCodec, limits.seals)

const inOrder = (seals: readonly Seal[]): Seal[] => seals.toSorted((a, b) => compare(a.reader, b.reader))

/** The seals that the service is to hold back, sorted by their readers' ids. */
export const encodeHeld = (seals: readonly Seal[]): Bytes => encode(heldCodec, inOrder(seals))

/** Throws `seals.malformed`. */
export const decodeHeld = (block: Uint8Array): Seal[] => decode(heldCodec, block, 'seals.malformed')

/** What the header says of a held block. */
export const heldHash = (block: Bytes): Promise<Bytes> => sha256(tag('held'), block)

/** The entry whose held block is kept for a lane: the batch's last with a new key or new shares. */
const newestIn = (entries: readonly VerifiedEntry[], lane: Lane): VerifiedEntry | undefined =>
  entries.findLast(({ header, seals }) => header.lane === lane && seals !== null && seals.mode !== 'more-readers')

const isFor = (block: Bytes, holders: readonly Holder[]): boolean => {
  const due = holders.map(({ sealingKeyId }) => sealingKeyId).toSorted(compare)
  const readers = decodeHeld(block).map(({ reader }) => reader)
  return readers.length === due.length && readers.every((reader, place) => equal(reader, due[place] as Bytes))
}

/**
 * Whether the held blocks that came beside a batch are those that it owes, no more and no fewer: for each lane with a new
 * key or new shares that is held back `after` it, the one that the signed header names, to exactly the right people.
 * Throws `seals.malformed`.
 */
export async function heldMatches(
  entries: readonly VerifiedEntry[],
  after: CaseState,
  sent: HeldBlocks,
): Promise<boolean> {
  for (const lane of Object.keys(lanes) as Lane[]) {
    const block = sent[lane]
    const newest = newestIn(entries, lane)
    const held = after.lanes[lane]?.held ?? []
    const owed = newest !== undefined && held.length > 0
    if (owed !== (block !== undefined)) return false
    if (owed && block && !(equal(await heldHash(block), newest.header.heldHash) && isFor(block, held))) return false
  }
  return true
}
