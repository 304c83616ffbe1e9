import type { Named } from '../../../crypto/case/draft.ts'
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
  wantedHeld,
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
  readonly byService?: boolean
  /** The keys of the reporter's side that it names. */
  readonly keys?: Named | undefined
}

// What no rule looks into: some bytes of the right length.
const wrapped = dice('wrapped')(48)
const kemCiphertext = dice('kem')(1120)
const sealed = dice('sealed')(48)
const ciphertext = dice('ciphertext')(4136)
const signature = dice('signature')(64)
const some32 = dice('some')(32)

const noKeys: Named = { key: nothing, sealingKey: nothing, sealingKeyId: nothing }

const without = (list: readonly Bytes[], gone: readonly Bytes[]) =>
  list.filter((id) => !gone.some((other) => Buffer.from(other).equals(id)))

/** The officers as the attempt leaves them. */
function officersAfter({ kind, lane, members }: Attempt, state: CaseState): readonly Bytes[] {
  const shared = lane === 'shared'
  const more = shared ? [...state.officers, ...members] : state.officers
  const fewer = shared ? without(state.officers, members) : state.officers
  return { grant: more, release: more, remove: fewer }[kind as 'grant' | 'release' | 'remove'] ?? state.officers
}

/** The further keys as the attempt leaves them; whatever kind brings one, where it is to be sealed to. */
function furtherAfter({ kind, mode, keys }: Attempt, state: CaseState): CaseState['furtherKeys'] {
  if (!keys) return state.furtherKeys
  const { key: signingKey, sealingKey, sealingKeyId } = keys
  const others = state.furtherKeys.filter((key) => !Buffer.from(key.signingKey).equals(signingKey))
  if (kind === 'end-key') return others
  return mode === 'more-readers'
    ? [...others, { standing: 'representative', signingKey, sealingKey, sealingKeyId }]
    : state.furtherKeys
}

/** The seals that the rules would want of this attempt, so that nothing but the author's right is in question. */
function sealsOf(attempt: Attempt, state: CaseState, at: DirectoryAt): SealsBlock | null {
  const { lane, mode, members, kind, keys } = attempt
  if (!mode) return null
  const replaces = kind === 'rekey' && keys
  const wanted = wantedHolders(
    lane,
    {
      officers: officersAfter(attempt, state),
      furtherKeys: furtherAfter(attempt, state),
      reporterSealingKeyId: replaces ? keys.sealingKeyId : state.reporterSealingKeyId,
    },
    at,
  )
  const joining = members.map((id) => withId(at.members, id)?.sealingKeyId).filter((id) => id !== undefined)
  const ids = {
    'new-key': wanted.map(({ sealingKeyId }) => sealingKeyId),
    'more-readers': attempt.keys ? [attempt.keys.sealingKeyId] : joining,
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

/** Whether the rules want something held back of the attempt. */
function holdsBack(attempt: Attempt, state: CaseState, at: DirectoryAt): boolean {
  const { kind, mode, members, byReporter } = attempt
  const setAside = kind === 'remove' && byReporter ? [...state.setAside, ...members] : state.setAside
  const held = wantedHeld({ ...state, officers: officersAfter(attempt, state), setAside }, at)
  return mode !== null && mode !== 'more-readers' && held.length > 0
}

const isBodiless = ({ lane, byReporter, byService = false }: Attempt): boolean =>
  byService || (lane === 'identity' && !byReporter)

/** An entry that is right in everything but, perhaps, its author's right to write it; as verification would hand it on. */
export function forge(attempt: Attempt, state: CaseState, at: DirectoryAt, day: number): VerifiedEntry {
  const { author, kind, lane, mode, members } = attempt
  const { key, sealingKey, sealingKeyId } = attempt.keys ?? noKeys
  const begun = state.lanes[lane]
  const newShare = lane === 'identity' && mode !== null && mode !== 'more-readers'
  const header: EntryHeader = {
    case: state.case,
    lane,
    sequence: begun ? begun.sequence + 1 : 0,
    epoch: begun ? begun.epoch + (mode === 'new-key' ? 1 : 0) : 0,
    kind,
    author,
    previous: begun?.head ?? zero32,
    day,
    directory: at.head,
    pack: zero32,
    keyCommitment: mode === 'new-key' || !begun ? some32 : begun.keyCommitment,
    bodyCommitment: some32,
    caseHead: lane === 'shared' ? zero32 : (state.lanes.shared?.head ?? zero32),
    remind: 0,
    release: 0,
    shareHash: newShare ? some32 : zero32,
    heldHash: holdsBack(attempt, state, at) ? some32 : zero32,
    members: [...members],
    namedSealingKey: sealingKey,
    namedKey: key,
    files: [],
  }
  const raw = {
    header: nothing,
    ciphertext: isBodiless(attempt) ? nothing : ciphertext,
    seals: nothing,
    signature,
  }
  const seals = sealsOf(attempt, state, at)
  return { header, hash: some32, seals, namedSealingKeyId: sealingKeyId, raw }
}
