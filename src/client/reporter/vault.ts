import type { Bytes, Kind, Lane, Member, Receipt } from '../../../crypto/wire/index.ts'
import type { ReadRequest, VisitRequest } from '../../contract/cases.ts'
import type { FirstBatch, ReporterBatch } from '../../contract/entries.ts'
import type { Day } from '../../domain/days.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Fields, Step } from '../../domain/steps.ts'
import type { Summary } from '../../domain/summary.ts'
import type { FurtherKey, Told } from '../../domain/told.ts'
import type { NamedEvidence } from '../files/named.ts'
import type { CryptoWorker } from '../worker/proxy.ts'
import type { Office, VerifyDirectory } from './office.ts'

/** A case key: 16 bytes, the two forms in which people keep it, and the public address that it gives. */
export interface CaseKey {
  readonly key: Bytes
  readonly words: readonly string[]
  readonly digits: readonly string[]
  readonly address: Bytes
}

/** What is wrong with a typed key: which word or number (from 1) and what it may have been, or the whole of it. */
export type KeyProblem =
  | { readonly code: 'empty' | 'checksum' }
  | { readonly code: 'count'; readonly count: number }
  | { readonly code: 'word' | 'digits'; readonly position: number; readonly suggestion?: string | undefined }

export type ReadKey =
  | ({ readonly ok: true } & CaseKey)
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

/** What a first submission is sealed from. */
export interface Submission {
  readonly key: Bytes
  /** The public address that the key gives. */
  readonly address: Bytes
  /** The key of an earlier case, whose author is then proven in the body (PROTOCOL 8.4). */
  readonly earlier: Bytes | null
  readonly office: Office
  readonly excluded: readonly Member[]
  readonly schedule: Schedule
  readonly body: Fields
  readonly identity: Fields
  readonly summary: Summary
  /** Files that are with the service already, sealed for this key. */
  readonly files: readonly NamedEvidence[]
}

/** Who wrote an entry: somebody of the office, the service when it let in a substitute, or null for the reporter's side. */
export type Author = Member | 'service' | null

/** One verified entry of an opened case. */
export interface CaseEntry {
  readonly lane: Lane
  readonly sequence: number
  readonly kind: Kind
  readonly hash: Bytes
  /** The day that the service's receipt vouches for. */
  readonly day: Day
  readonly author: Author
  /** The further key that it was written with; null if none was. */
  readonly further: FurtherKey | null
  /** The further key that it lets in, signs for or ends; null if it names none. */
  readonly key: Told['key'] | null
  /** Null where it has no body, or none of a known form. */
  readonly step: Step | null
  /** The rule that it breaks, or null. */
  readonly rule: string | null
  readonly members: readonly Member[]
  readonly receipt: Bytes
  /** The files that it brings. */
  readonly files: readonly NamedEvidence[]
}

/** A case after everything in it was verified (PROTOCOL 10). */
export interface OpenCase {
  readonly address: Bytes
  /** Hash of the rules that it began under. */
  readonly pack: Bytes
  /** In the order in which the service accepted them. */
  readonly entries: readonly CaseEntry[]
  /** The rule by which a chain stops fitting; nothing after that point is shown. */
  readonly broken: string | null
  /** How many seals were made so that somebody who should read could not. */
  readonly badSeals: number
  /** The further key that opened the case here; null for the reporter's own. */
  readonly me: FurtherKey | null
  readonly furtherKeys: readonly FurtherKey[]
  /** Who signed to let somebody in who lost their words, until a second person of the office does too; null if nobody waits. */
  readonly readmission: Member | null
  readonly readers: readonly Member[]
  readonly excluded: readonly Member[]
  /** The substitutes to whom the case opens if the office is silent, or when the reporter says so; none if nobody is held back. */
  readonly held: readonly Member[]
  /** The last day of the limit, after which it opens to them; null if no day stands. */
  readonly release: Day | null
  /** The day that the limit has from the receipt of a case that came as a file; `null` for any other. */
  readonly fixedRelease: Day | null
  /** When it opened to them, and to whom; null before. */
  readonly released: { readonly day: Day; readonly to: readonly Member[] } | null
}

/** What the reporter adds to the case that was opened last. */
export interface Addition {
  readonly office: Office
  readonly body: Fields
  readonly summary: Summary
  /** The days in the clear that the addition sets; null leaves one as it is, and without it both stay. */
  readonly schedule?: { readonly remind: Day | null; readonly release: Day | null }
  /** Files that are with the service already; their fields are in the body. */
  readonly files?: readonly NamedEvidence[]
}

/**
 * What needs a key, or checks who signed. It happens in the crypto worker; keys stay there, and what comes back is for
 * showing or sending. `forget` ends it all.
 */
export interface Vault {
  /** Verifies a directory and keeps it for what is sealed and opened after. @throws an error with code `directory.…` */
  verifyDirectory: VerifyDirectory
  /** Makes a case key, its words in the list of this language or in the English one. */
  newKey(language: string): Promise<CaseKey>
  /** Whether the service of the verified office signed these receipts. */
  goodReceipts(receipts: readonly (Receipt & { readonly signature: Bytes })[]): Promise<boolean>
  /** Asks the worker, for what a page loads later. */
  readonly call: CryptoWorker['call']
  forget(): void
}

/** What the page needs where a report is written. */
export interface ReportVault extends Vault {
  readKey(text: string): Promise<ReadKey>
  /** Locks what is not sent yet into a file, under a key of its own (PROTOCOL 16). @throws an error with code `body.too_long` */
  sealDraft(text: string, key: Bytes): Promise<Bytes>
  /** @throws an error with code `draft.…` */
  openDraft(file: Bytes, key: Bytes): Promise<string>
  sealReport(submission: Submission): Promise<FirstBatch>
}

/** What the page needs to which a reporter returns; the keys of the open case stay in the worker. */
export interface CaseVault extends Vault {
  readKey(text: string): Promise<ReadKey>
  signRead(key: Bytes, challenge: string, page: number): Promise<ReadRequest>
  /** Seals the mark of a visit on this day, in days since 1970, and says its number (PROTOCOL 18). */
  sealVisit(
    key: Bytes,
    challenge: string,
    day: number,
  ): Promise<{ readonly request: VisitRequest; readonly number: number }>
  /** Null where the mark is none of this key's. */
  openVisit(key: Bytes, cell: Bytes): Promise<{ readonly day: number; readonly number: number } | null>
  /** Null where there is no case under this key. */
  openCase(key: Bytes, office: Office, pages: readonly Bytes[]): Promise<OpenCase | null>
  sealEntry(addition: Addition): Promise<ReporterBatch>
  /** Shuts members out who read the case; the addition says why. */
  sealRemoval(members: readonly Bytes[], addition: Addition): Promise<ReporterBatch>
  sealNewKey(newKey: Bytes, addition: Addition): Promise<ReporterBatch>
  /** Lets a representative in by a new key, 16 bytes. */
  sealRepresentative(newKey: Bytes, addition: Addition): Promise<ReporterBatch>
  /** Ends a further key of the case. */
  sealKeyEnd(key: FurtherKey, addition: Addition): Promise<ReporterBatch>
  /** What somebody who lost their words hands to the office: a line of text, and 8 words to compare. */
  lineOf(key: Bytes, language: string): Promise<{ readonly line: string; readonly code: readonly string[] }>
  /** Opens the case to those who are held back, at once (PROTOCOL 6.11). @throws an error with code `rule.nobody_held` */
  sealRelease(addition: Addition): Promise<ReporterBatch>
}
