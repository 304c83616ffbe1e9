import type { BoundFile } from './file-store.ts'
import type { Telling } from './outbox.ts'
import type { Bytes } from './world.ts'

/** How many entries a case has room for, in all its lanes (PROTOCOL 12). */
export const entriesInCase = 8_191

/** The last of them, which nobody but the reporter's own key and the service can fill: what binds the office stays possible. */
export const entriesForReporter = 511

/** Days since 1970 throughout; nothing finer is kept. */
export interface CaseRow {
  /** A random number of 40 bits. */
  readonly id: number
  readonly address: Bytes
  /** Which key reads and writes as the reporter now. */
  readonly reporterKey: Bytes
  /** How many entries were accepted, over all lanes. */
  readonly revision: number
  readonly received: number
  readonly last: number
  readonly remind: number
  readonly release: number
  /** Of the shared lane. */
  readonly epoch: number
  readonly head: Bytes
  readonly summary: Bytes
  /** Wrapped under the storage key. */
  readonly serviceShare: Bytes
  /** Day of the reporter's first shared entry that the office has not answered; 0 when the office spoke last. */
  readonly waits: number
}

export interface EntryRow {
  readonly revision: number
  readonly lane: number
  readonly sequence: number
  readonly hash: Bytes
  readonly header: Bytes
  readonly ciphertext: Bytes
  readonly seals: Bytes
  readonly signature: Bytes
  readonly day: number
  readonly receipt: Bytes
}

export interface NewEntry extends EntryRow {
  /** Sequence of the directory statement whose hash the header names: it must still be the head. */
  readonly statement: number
}

/** What judging a next entry needs of those that stand: all but the ciphertext, of which it has the first byte, if any. */
export type ChainRow = EntryRow

/** An officer who reads a case, and where their seal of the shared lane's present key stands. */
export interface Reader {
  readonly memberId: Bytes
  readonly sealRevision: number
  readonly sealOffset: number
}

export interface InboxRow extends Omit<CaseRow, 'id' | 'reporterKey' | 'serviceShare' | 'waits'> {
  readonly seal: Bytes
}

/** What is held back of a lane's present key, wrapped under the storage key (PROTOCOL 5.7). */
export interface HeldRow {
  readonly lane: number
  readonly block: Bytes
}

/** What a batch makes of what is held back of a lane: another block, or nothing any more. */
export interface HeldChange {
  readonly lane: number
  readonly kept: Bytes | null
}

/** What else happens, in the same transaction, when entries land. */
export interface CaseEffects {
  /** Of a new case: whom its first entry excludes. */
  readonly excluded?: readonly Bytes[]
  /** Who hears of it by mail. */
  readonly tells?: Telling
  readonly held?: readonly HeldChange[]
  /** The further keys that read the case from now on; `null` leaves them as they are. */
  readonly furtherKeys?: readonly Bytes[] | null
  /** Uploads that become the case's; refused with `file.missing` if one of them is gone. */
  readonly files?: readonly BoundFile[]
}

export interface CaseStore {
  find(address: Bytes): Promise<CaseRow | null>
  /** Every entry of a case, in order of acceptance. */
  chain(caseId: number): Promise<readonly ChainRow[]>
  /** Refused with `case.taken` if there is a case under this address or key. */
  submit(row: CaseRow, entries: readonly NewEntry[], readers: readonly Reader[], effects?: CaseEffects): Promise<void>
  /**
   * Appends a batch to the revision before its first entry, and sets what the case row says from now on. Refused with
   * `case.head_moved` or `directory.head_moved` if another writer came first, `service.busy` if the entries' day is over,
   * `case.taken` if a key of it reads another case.
   */
  append(
    row: CaseRow,
    entries: readonly NewEntry[],
    readers: readonly Reader[] | null,
    effects?: CaseEffects,
  ): Promise<void>
  held(caseId: number): Promise<readonly HeldRow[]>
  /**
   * Addresses of cases whose release day is over on a day and whose shared lane is held back for somebody: from a row key
   * on, and then from the least.
   */
  releaseDue(today: number, from: number, limit: number): Promise<readonly Bytes[]>
  /** The reporter's lanes of the case whose reporter key or further key this is, newest first; empty for an unknown key. */
  reporterEntries(key: Bytes): Promise<readonly EntryRow[]>
  /** Cases that a member reads, by address, after one. */
  inbox(memberId: Bytes, after: Bytes, limit: number): Promise<readonly InboxRow[]>
  reads(memberId: Bytes, address: Bytes): Promise<boolean>
  /** Entries of all lanes after a revision, in order of acceptance. */
  entriesAfter(address: Bytes, after: number, limit: number): Promise<readonly EntryRow[]>
}
