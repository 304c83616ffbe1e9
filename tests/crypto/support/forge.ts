import {
  type Bytes,
  type CaseState,
  type DirectoryAt,
  type EntryHeader,
  isAbandoned,
  type Kind,
  type Lane,
  nothing,
  type SealMode,
  type SealsBlock,
  type VerifiedEntry,
  wantedHolders,
  withId,
  zero32,
} from '../../../crypto/wire/index.ts'
import { dice } from './dice.ts'

/** What somebody tries. */
export interface Attempt {
  readonly author: Bytes
  readonly kind: Kind
  readonly lane: Lane
  readonly mode: SealMode | null
  readonly members: readonly Bytes[]
  readonly byReporter: boolean
}

// What no rule looks into: some bytes of the right length.
const wrapped = dice('wrapped')(48)
const kemCiphertext = dice('kem')(1120)
const sealed = dice('sealed')(48)
const ciphertext = dice('ciphertext')(4136)
const signature = dice('signature')(64)
const some32 = dice('some')(32)

const without = (list: readonly Bytes[], gone: readonly Bytes[]) =>
  list.filter((id) => !gone.some((other) => Buffer.from(other).equals(id)))

/** The seals that the rules would want of this attempt, so that nothing but the author's right is in question. */
function sealsOf(attempt: Attempt, state: CaseState, at: DirectoryAt): SealsBlock | null {
  const { kind, lane, mode, members } = attempt
  if (!mode) return null
  const shared = lane === 'shared'
  const officers = {
    grant: shared ? [...state.officers, ...members] : state.officers,
    remove: shared ? without(state.officers, members) : state.officers,
  }[kind as 'grant' | 'remove']
  const wanted = wantedHolders(lane, { ...state, officers: officers ?? state.officers }, at)
  const joining = members.map((id) => withId(at.members, id)?.sealingKeyId).filter((id) => id !== undefined)
  const ids = {
    'new-key': wanted.map(({ sealingKeyId }) => sealingKeyId),
    'more-readers': joining,
    'new-shares': wanted.filter(({ member }) => member !== null).map(({ sealingKeyId }) => sealingKeyId),
  }[mode]
  const held = state.lanes[lane]
  const wraps = mode === 'new-key' && held && !(lane === 'office' && isAbandoned(held, state, at))
  return {
    mode,
    previousKey: wraps ? wrapped : nothing,
    seals: ids.map((reader) => ({ reader, kemCiphertext, sealed })),
  }
}

/** An entry that is right in everything but, perhaps, its author's right to write it; as verification would hand it on. */
export function forge(attempt: Attempt, state: CaseState, at: DirectoryAt, day: number): VerifiedEntry {
  const { author, kind, lane, mode, members, byReporter } = attempt
  const held = state.lanes[lane]
  const newShare = lane === 'identity' && mode !== null && mode !== 'more-readers'
  const header: EntryHeader = {
    case: state.case,
    lane,
    sequence: held ? held.sequence + 1 : 0,
    epoch: held ? held.epoch + (mode === 'new-key' ? 1 : 0) : 0,
    kind,
    author,
    previous: held?.head ?? zero32,
    day,
    directory: at.head,
    pack: zero32,
    keyCommitment: mode === 'new-key' || !held ? some32 : held.keyCommitment,
    bodyCommitment: some32,
    caseHead: lane === 'shared' ? zero32 : (state.lanes.shared?.head ?? zero32),
    remind: 0,
    release: 0,
    shareHash: newShare ? some32 : zero32,
    members: [...members],
    reporterSealingKey: nothing,
    newReporterKey: nothing,
  }
  const bodiless = lane === 'identity' && !byReporter
  const raw = {
    header: nothing,
    ciphertext: bodiless ? nothing : ciphertext,
    seals: nothing,
    signature,
  }
  const seals = sealsOf(attempt, state, at)
  return { header, hash: some32, seals, reporterSealingKeyId: nothing, raw }
}
