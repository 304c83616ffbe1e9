import { type Bytes, nothing } from './bytes.ts'
import type { FurtherKey, Readmission } from './further-keys.ts'
import type { Lane } from './types.ts'

/** Somebody to whom a lane's present key was sealed. */
export interface Holder {
  /** `null` for the keys of the reporter's side. */
  readonly member: Bytes | null
  readonly sealingKeyId: Bytes
}

/** Where the chain of a lane stands. */
export interface LaneState {
  /** Hash of the newest entry. */
  readonly head: Bytes
  /** Sequence number of the newest entry. */
  readonly sequence: number
  readonly epoch: number
  readonly keyCommitment: Bytes
  readonly day: number
  /** Sequence number of the directory statement that the newest entry names. */
  readonly directorySequence: number
  /** Everybody to whom the present key (identity lane: key or officers' part) was sealed. */
  readonly holders: readonly Holder[]
  /** The substitutes to whom it was sealed besides, by seals that the service holds back (PROTOCOL 5.7). */
  readonly held: readonly Holder[]
}

/** What the structure of a case has come to, as the service and every reader fold it (PROTOCOL 6). */
export interface CaseState {
  /** The case address; empty before the first entry. */
  readonly case: Bytes
  readonly lanes: Readonly<Record<Lane, LaneState | null>>
  /** The key that authors the reporter's next entry. */
  readonly reporterKey: Bytes
  readonly reporterSealingKey: Bytes
  readonly reporterSealingKeyId: Bytes
  /** The keys of the reporter's side besides, in the order in which they joined. */
  readonly furtherKeys: readonly FurtherKey[]
  /** The readmission that waits for a second officer; `null` if none does. */
  readonly readmission: Readmission | null
  /** Member ids of the officers to whom the case is assigned. */
  readonly officers: readonly Bytes[]
  /** Member ids that the reporter excluded in the first entry. */
  readonly excluded: readonly Bytes[]
  /** Member ids of those who left on their own or whom the reporter removed: no limit lets them in again. */
  readonly setAside: readonly Bytes[]
  /** Whether the reporter wants no limit: nobody is ever held back. */
  readonly declined: boolean
  /** Day of the release; 0 before. */
  readonly released: number
  /** Member ids of those whom the release let in. */
  readonly releasedTo: readonly Bytes[]
  /** Member ids of the assigned officers who opened the identity. */
  readonly identityOpenedBy: readonly Bytes[]
  /** Whether somebody may know the lane's key who no longer should: who opened it and left, or had the file that the case came in (PROTOCOL 19.5). */
  readonly identityExposed: boolean
  readonly closed: boolean
  /** Member id of the officer whose close waits for a second; `null` if none does. */
  readonly closeSigner: Bytes | null
  readonly remind: number
  readonly release: number
  /** How many chunks of files each side has brought. */
  readonly fileChunks: { readonly reporter: number; readonly office: number }
}

/** A case before its first entry. */
export const emptyCase = (): CaseState => ({
  case: nothing,
  lanes: { shared: null, office: null, identity: null },
  reporterKey: nothing,
  reporterSealingKey: nothing,
  reporterSealingKeyId: nothing,
  furtherKeys: [],
  readmission: null,
  officers: [],
  excluded: [],
  setAside: [],
  declined: false,
  released: 0,
  releasedTo: [],
  identityOpenedBy: [],
  identityExposed: false,
  closed: false,
  closeSigner: null,
  remind: 0,
  release: 0,
  fileChunks: { reporter: 0, office: 0 },
})
