import { applyEntry } from '../../crypto/wire/apply-entry.ts'
import { type Bytes, equal, nothing, zero32 } from '../../crypto/wire/bytes.ts'
import type { CaseState, Holder } from '../../crypto/wire/case-state.ts'
import type { Directory } from '../../crypto/wire/directory.ts'
import { entryCore, type VerifiedEntry } from '../../crypto/wire/entry.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { type EntryHeader, encodeHeader } from '../../crypto/wire/header.ts'
import { decodeHeld, type HeldBlocks } from '../../crypto/wire/held-block.ts'
import { releasedIn } from '../../crypto/wire/released-in.ts'
import { encodeSeals, type SealsBlock } from '../../crypto/wire/seals-block.ts'
import type { Lane } from '../../crypto/wire/types.ts'
import type { CurrentOffice } from './current-office.ts'
import type { World } from './world.ts'

/** With what the service writes its own entries. */
export interface ServicePen {
  readonly directory: Directory
  /** Days since 1970-01-01. */
  readonly day: number
  readonly random: (length: number) => Bytes
  readonly publicKey: Bytes
  sign(message: Bytes): Promise<Bytes>
}

/** The service as an author of today. */
export const servicePen = ({ secrets, random }: World, { directory, today }: CurrentOffice): ServicePen => ({
  ...{ directory, day: today, random, publicKey: secrets.publicKey },
  sign: (message) => secrets.sign(message),
})

/** The order of a release: the shared lane says who is let in, the others follow. */
const lanesInTurn = ['shared', 'identity', 'office'] as const

/** Whether the office was silent past the release day (PROTOCOL 6.11). */
const isOver = ({ release }: CaseState, day: number): boolean => release > 0 && day > release

/**
 * The entries by which the service lets in those for whom a case is held back: all lanes when the release day is over, and
 * what is left to release after the reporter did so. None where there is nothing to release, or no day is over.
 */
export async function releaseEntries(state: CaseState, held: HeldBlocks, pen: ServicePen): Promise<VerifiedEntry[]> {
  const entries: VerifiedEntry[] = []
  let after = state
  for (const lane of lanesInTurn) {
    const block = held[lane]
    const due = lane !== 'shared' || isOver(state, pen.day) ? releasedIn(lane, after, pen.directory) : []
    if (due.length === 0 || block === undefined) continue
    const entry = await releaseEntry(lane, after, sealsFor(block, due), due, pen)
    after = applyEntry(after, entry, pen.directory)
    entries.push(entry)
  }
  return entries
}

/** Of what was held back, the seals to those who are let in. */
const sealsFor = (block: Bytes, due: readonly Holder[]): SealsBlock => ({
  mode: 'more-readers',
  previousKey: nothing,
  seals: decodeHeld(block).filter(({ reader }) => due.some(({ sealingKeyId }) => equal(sealingKeyId, reader))),
})

/** One entry without words, since the service holds no key to seal them with (PROTOCOL 6.4). */
async function releaseEntry(
  lane: Lane,
  state: CaseState,
  seals: SealsBlock,
  due: readonly Holder[],
  pen: ServicePen,
): Promise<VerifiedEntry> {
  const before = state.lanes[lane]
  if (!before) throw new Error('a lane that has not begun has nothing to release')
  const header: EntryHeader = {
    ...{ case: state.case, lane, sequence: before.sequence + 1, epoch: before.epoch, kind: 'release' },
    ...{ author: pen.publicKey, previous: before.head, day: pen.day, directory: pen.directory.head, pack: zero32 },
    ...{ keyCommitment: before.keyCommitment, bodyCommitment: pen.random(32) },
    caseHead: lane === 'shared' ? zero32 : (state.lanes.shared?.head ?? zero32),
    ...{ remind: 0, release: 0, shareHash: zero32, heldHash: zero32 },
    members: due.flatMap(({ member }) => member ?? []),
    ...{ namedSealingKey: nothing, namedKey: nothing, files: [] },
  }
  const [bytes, sealsBytes] = [encodeHeader(header), encodeSeals(seals)]
  const core = await entryCore(bytes, nothing, sealsBytes)
  const raw = { header: bytes, ciphertext: nothing, seals: sealsBytes, signature: await pen.sign(core) }
  return { header, hash: await sha256(core), seals, namedSealingKeyId: nothing, raw }
}
