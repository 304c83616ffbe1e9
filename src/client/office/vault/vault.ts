import type { CaseLine } from '../../../contract/cases.ts'
import type { Description } from '../../../contract/description.ts'
import type { DirectoryAnswer, SignedStatement } from '../../../contract/directory.ts'
import type { AcceptedEntry, Batch } from '../../../contract/entries.ts'
import type { NewKit, NewPasskey } from '../../../contract/passkeys.ts'
import type { Day } from '../../../domain/days.ts'
import type { Role } from '../../../domain/roles.ts'
import type { Fields } from '../../../domain/steps.ts'
import type { Summary } from '../../../domain/summary.ts'
import type { FileLines } from '../../files/lines.ts'
import type { NamedEvidence, TellProgress } from '../../files/named.ts'
import type { Upload } from '../../files/upload.ts'
import type { Bytes } from '../net/base64.ts'
import type { Book, OpenedFile, Person } from './types.ts'

/** How a wrapped officer secret is opened: by a passkey's PRF output, or by a recovery kit (PROTOCOL 3). Both 32 bytes. */
export interface Unlocker {
  readonly by: 'passkey' | 'kit'
  readonly key: Bytes
}

/** A person as they hand themselves or new keys in, before anybody has signed for them (PROTOCOL 4.3). */
export interface Newcomer {
  readonly id: string
  readonly role: Role
  readonly label: string
  /** Of somebody whom the office knows; where it is missing a chief states it later. */
  readonly clearance?: number
}

/** A change of the directory that a chief signs. */
export type Change =
  | { readonly kind: 'admit' | 'rekey'; readonly join: string; readonly proof: string }
  | {
      readonly kind: 'change'
      readonly member: string
      readonly role: Role
      readonly label: string
      readonly clearance: number
    }
  | { readonly kind: 'retire'; readonly member: string }
  | { readonly kind: 'describe'; readonly description: Description }
  | { readonly kind: 'open'; readonly texts: string }

/** A statement in words that a second chief can judge before signing it too. */
export type Proposed =
  | { readonly kind: 'admit' | 'rekey'; readonly person: Omit<Person, 'standing'> }
  | { readonly kind: 'change'; readonly member: string; readonly role: Role; readonly label: string }
  | { readonly kind: 'retire'; readonly member: string }
  | { readonly kind: 'describe' | 'open' | 'other' }

/** What an officer adds to a case, before it is sealed. `members` are those who join or leave its readers. */
export interface CaseAct {
  readonly act: 'tell' | 'note' | 'grant' | 'remove' | 'open-identity' | 'close' | 'readmit'
  /** What somebody who lost their words handed over, where the act lets them in. */
  readonly line?: string
  readonly members: readonly string[]
  readonly body: Fields
  readonly summary: Summary
  /** Days in the clear; null where they stay, both or one of them. */
  readonly schedule: { readonly remind: Day | null; readonly release: Day | null } | null
  /** Files that are with the service already; their fields are in the body. */
  readonly files?: readonly NamedEvidence[]
}

/**
 * What the reading of a typed recovery kit gives: its 32 bytes and the public half of its signing pair, or the places
 * (from 1) of the words that do not fit; none where only the whole does not.
 */
export type ReadKit = { readonly kit: Bytes; readonly publicKey: string } | { readonly wrong: readonly number[] }

/**
 * Everything that needs a key. It happens in the crypto worker: the officer's secret, the keys of cases and the verified
 * directory stay there, and what comes back is for showing or sending. `forget` ends it all.
 */
export interface Vault {
  /** Makes a new officer secret and holds it. */
  generate(): Promise<void>
  /** The held secret wrapped under a passkey or a kit, 72 bytes. */
  wrap(unlocker: Unlocker, member: string): Promise<string>
  /** Opens a wrapped secret and holds it. @throws `secret.wrong_key`, or `secret.wrong_owner` if the directory knows another key */
  unlock(unlocker: Unlocker, member: string, wrapped: string): Promise<void>
  /** Drops every key, the directory and all opened cases. */
  forget(): void

  /** The one input at which passkeys evaluate their PRF, 32 bytes (PROTOCOL 3.1). */
  prfInput(): Promise<Bytes>

  makeKit(): Promise<{ readonly kit: Bytes; readonly words: readonly string[] }>
  readKit(words: string): Promise<ReadKit>
  signByKit(kit: Bytes, challenge: string): Promise<{ readonly publicKey: string; readonly signature: string }>

  /** Verifies the directory and holds it. @throws `directory.…` */
  readBook(answer: DirectoryAnswer): Promise<Book>
  found(
    newcomer: Newcomer,
    serviceKey: string,
    description: Description,
    day: Day,
  ): Promise<readonly [SignedStatement, SignedStatement]>
  /** Who hands themselves in, with the passkey and the kit that are to be kept (PROTOCOL 4.3). */
  join(
    newcomer: Newcomer,
    passkey: NewPasskey,
    kit: NewKit,
  ): Promise<{ readonly join: string; readonly proof: string; readonly kept: string }>
  /** Who hands themselves in with these bytes, and the 8 words to compare. @throws if the proof does not fit */
  readJoin(
    join: string,
    proof: string,
  ): Promise<{ readonly person: Omit<Person, 'standing'>; readonly code: readonly string[] }>
  state(change: Change, day: Day): Promise<SignedStatement>
  readStatement(statement: string): Promise<Proposed>
  countersign(statement: string): Promise<{ readonly signer: string; readonly signature: string }>
  mark(day: Day): Promise<{ readonly head: string; readonly day: Day; readonly signature: string }>
  approve(member: string, credential: string): Promise<string>

  /**
   * Seals a letter that is to leave the office, signed, under a fresh key (PROTOCOL 17): the container, and the key in
   * 12 words and 12 numbers. @throws `body.too_long`
   */
  sealLetter(letter: {
    readonly office: string
    readonly recipient: string
    readonly text: string
    readonly language: string
    readonly day: Day
  }): Promise<{ readonly container: string; readonly words: readonly string[]; readonly digits: readonly string[] }>

  /** The 8 words to compare of a line that somebody handed over who lost their words. @throws if it is none */
  readLine(line: string): Promise<readonly string[]>
  /** The key that proved to have written in this case, or null if the proof does not hold (PROTOCOL 8.4). */
  checkAuthorship(proof: string, address: string): Promise<string | null>

  /** Opens the summaries of the inbox; one that does not open gives the code of what is wrong. */
  openSummaries(
    lines: readonly CaseLine[],
  ): Promise<readonly ({ readonly json: unknown } | { readonly code: string })[]>
  /** Verifies and opens a case, and holds its keys. */
  openFile(address: string, entries: readonly AcceptedEntry[], me: string): Promise<OpenedFile>
  /** Opens the identity lane of an opened case with the service's share. */
  openIdentity(address: string, share: string): Promise<Fields | null>
  /** Seals what is added to a case, as it was when it was last opened. */
  seal(address: string, act: CaseAct, day: Day): Promise<Batch>

  /** An upload of a file for a case; nothing leaves the page before it runs. */
  upload(lines: FileLines, blob: Blob, tell: TellProgress): Upload
  /**
   * Fetches a file of a case, verifies and opens it, piece by piece. Nothing counts before the last piece has come.
   * @throws an error with code `file.…`
   */
  download(lines: FileLines, file: NamedEvidence, tell: TellProgress, signal: AbortSignal): AsyncIterable<Bytes>
}
