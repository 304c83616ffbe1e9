import { type Bytes, nothing, zero32 } from '../wire/bytes.ts'
import type { CaseState, Holder } from '../wire/case-state.ts'
import type { Directory } from '../wire/directory.ts'
import type { NamedFile } from '../wire/files.ts'
import type { EntryHeader } from '../wire/header.ts'
import { wantedHeld } from '../wire/held-members.ts'
import { holds, sealedTo, wantedHolders } from '../wire/holders.ts'
import { type Member, withId } from '../wire/member.ts'
import type { Kind, Lane, SealMode } from '../wire/types.ts'
import type { Body } from './body.ts'
import type { Place } from './place.ts'
import type { Reader } from './seal.ts'
import type { Pen, Work } from './work.ts'

/** What an entry makes of that by which the rules tell who reads a case, and for whom it is held back. */
export type Readers = Partial<
  Pick<
    CaseState,
    'officers' | 'excluded' | 'setAside' | 'declined' | 'reporterSealingKey' | 'reporterSealingKeyId' | 'furtherKeys'
  >
>

/** What a header says of keys of the reporter's side; empty where it names none. */
export interface Named {
  readonly key: Bytes
  readonly sealingKey: Bytes
  readonly sealingKeyId: Bytes
}

/** One entry to be written. */
export interface Draft {
  readonly lane: Lane
  readonly kind: Kind
  readonly mode: SealMode | null
  readonly body: Body
  readonly members?: readonly Bytes[]
  /** Where the entry changes who reads; else they stay. */
  readonly readers?: Readers
  readonly pack?: Bytes
  /** Sealed files that are already with the service; the body holds their keys. */
  readonly files?: readonly NamedFile[]
  /** Days since 1970-01-01; 0 leaves the schedule as it is. */
  readonly schedule?: { readonly remind: number; readonly release: number }
  /** Keys of the reporter's side, where the entry names any. */
  readonly named?: Named
}

/** To whom the seals of an entry go. */
export interface Recipients {
  /** The reporter and further keys, as far as they are among them. */
  readonly side: readonly Reader[]
  readonly officers: readonly Reader[]
  /** Those whose seals the service holds back (PROTOCOL 5.7). */
  readonly held: readonly Reader[]
}

/** The present keys of those holders who are members. */
const keysOf = (holders: readonly Holder[], { members }: Directory): Reader[] =>
  holders
    .filter(({ member }) => member !== null)
    .map(({ member }) => withId(members, member as Bytes) as Member)
    .map(({ sealingKeyId, sealingKey }) => ({ id: sealingKeyId, sealingKey }))

/** Whom a draft seals to: those whom the rules will ask for (PROTOCOL 5.5). */
export function recipientsOf(draft: Draft, mode: SealMode, { state }: Work, { directory }: Pen): Recipients {
  const after = { ...state, ...draft.readers }
  const joining = { members: draft.members ?? [], sealingKeyId: draft.named?.sealingKeyId ?? nothing }
  const due = sealedTo(mode, wantedHolders(draft.lane, after, directory), joining)
  const reporter = { sealingKeyId: after.reporterSealingKeyId, sealingKey: after.reporterSealingKey }
  return {
    side: [reporter, ...after.furtherKeys]
      .filter(({ sealingKeyId }) => holds(due, sealingKeyId))
      .map(({ sealingKeyId, sealingKey }) => ({ id: sealingKeyId, sealingKey })),
    officers: keysOf(due, directory),
    held: mode === 'more-readers' ? [] : keysOf(wantedHeld(after, directory), directory),
  }
}

/** What the header of a draft says before anything is sealed (PROTOCOL 6.1). */
export function frameOf(
  draft: Draft,
  { state }: Work,
  pen: Pen,
  place: Place,
): Omit<EntryHeader, 'keyCommitment' | 'bodyCommitment' | 'shareHash' | 'heldHash'> {
  const lane = state.lanes[draft.lane]
  return {
    ...place,
    sequence: lane ? lane.sequence + 1 : 0,
    kind: draft.kind,
    author: pen.keys.signing.publicKey,
    previous: lane?.head ?? zero32,
    day: pen.day,
    directory: pen.directory.head,
    pack: draft.pack ?? zero32,
    caseHead: draft.lane === 'shared' ? zero32 : (state.lanes.shared?.head ?? zero32),
    remind: draft.schedule?.remind ?? 0,
    release: draft.schedule?.release ?? 0,
    members: [...(draft.members ?? [])],
    namedSealingKey: draft.named?.sealingKey ?? nothing,
    namedKey: draft.named?.key ?? nothing,
    files: [...(draft.files ?? [])],
  }
}
