/** What the service needs of the world. Runtimes and db/ implement these; tests replace randomness and time. */
export type { BlobStore } from './ports/blob-store.ts'
export {
  type CaseEffects,
  type CaseRow,
  type CaseStore,
  type ChainRow,
  type EntryRow,
  entriesForReporter,
  entriesInCase,
  type HeldChange,
  type InboxRow,
  type NewEntry,
  type Reader,
} from './ports/case-store.ts'
export type { CheckpointRow, CheckpointStore } from './ports/checkpoint-store.ts'
export type { AbsenceRow, AddressRow, DeliveryStore, Place } from './ports/delivery-store.ts'
export type { DirectoryStore, MarkRow, StatementEffects, StatementRow } from './ports/directory-store.ts'
export type { BoundFile, FileStore, NewUpload, UploadRow } from './ports/file-store.ts'
export type { Letter, LetterRow, Mailer, Outcome } from './ports/mailer.ts'
export type { DayTelling, OutboxStore, Telling } from './ports/outbox.ts'
export type { CredentialRow, InvitationRow, JoiningRow, KitRow, PeopleStore } from './ports/people-store.ts'
export { Refusal } from './ports/refusal.ts'
export type { SessionRow, SessionStore, SignInBy } from './ports/session-store.ts'
export type { VisitStore } from './ports/visit-store.ts'
export type { Bytes, Clock, EventLog, Random } from './ports/world.ts'

import type { CaseStore } from './ports/case-store.ts'
import type { CheckpointStore } from './ports/checkpoint-store.ts'
import type { DeliveryStore } from './ports/delivery-store.ts'
import type { DirectoryStore } from './ports/directory-store.ts'
import type { FileStore } from './ports/file-store.ts'
import type { OutboxStore } from './ports/outbox.ts'
import type { PeopleStore } from './ports/people-store.ts'
import type { SessionStore } from './ports/session-store.ts'
import type { VisitStore } from './ports/visit-store.ts'

/** Everything that is kept. Each method that writes lands whole or not at all, and throws a `Refusal` if it may not. */
export interface Store {
  readonly cases: CaseStore
  readonly checkpoints: CheckpointStore
  readonly delivery: DeliveryStore
  readonly directory: DirectoryStore
  readonly files: FileStore
  readonly outbox: OutboxStore
  readonly people: PeopleStore
  readonly sessions: SessionStore
  readonly visits: VisitStore
}
