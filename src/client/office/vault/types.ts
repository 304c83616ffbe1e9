import type { Description } from '../../../contract/description.ts'
import type { Day } from '../../../domain/days.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import type { Role } from '../../../domain/roles.ts'
import type { Step } from '../../../domain/steps.ts'
import type { Tenure } from '../../../domain/tenure.ts'
import type { FurtherKey, Told } from '../../../domain/told.ts'
import type { NamedEvidence } from '../../files/named.ts'

/** A person of the directory. Binary values are base64url throughout the views. */
export interface Person {
  readonly id: string
  readonly role: Role
  readonly clearance: number
  readonly label: string
  readonly signingKey: string
  readonly standing: boolean
}

/** The directory after every statement was verified: who the office is. */
export interface Book {
  readonly fingerprint: string
  /** The fingerprint as ten groups of four digits. */
  readonly digits: readonly string[]
  readonly head: string
  readonly open: boolean
  readonly description: Description | null
  readonly people: readonly Person[]
  /** Who was in standing in which role and when, those who left included. */
  readonly tenures: readonly Tenure[]
  /** The day of the newest valid mark over this head, if anybody has made one. */
  readonly newestMark: Day | null
}

export type Lane = 'shared' | 'office' | 'identity'
export type EntryKind =
  | 'entry'
  | 'grant'
  | 'remove'
  | 'rekey'
  | 'identity-opened'
  | 'release'
  | 'close'
  | 'destroy'
  | 'represent'
  | 'readmit'
  | 'end-key'

/** The author of what the service wrote by itself; no member has this id. */
export const byService = 'service'

/** One verified entry of a case. `step` is null where it has no body, or none of a known form. */
export interface FileEntry {
  readonly hash: string
  readonly lane: Lane
  readonly sequence: number
  readonly kind: EntryKind
  /** The day that the service's receipt vouches for. */
  readonly day: Day
  /** A member's id; null for the reporter's side, `byService` for the service when it let in a substitute. */
  readonly author: string | null
  /** The further key that it was written with; null if none was. */
  readonly further: FurtherKey | null
  /** The further key that it lets in, signs for or ends; null if it names none. */
  readonly key: Told['key'] | null
  readonly step: Step | null
  /** The rule that makes it void, or null. */
  readonly rule: string | null
  /** Who joined or left the readers with it. */
  readonly members: readonly string[]
  /** The files that it brings. */
  readonly files: readonly NamedEvidence[]
}

/** A case after everything was verified that can be (PROTOCOL 10). */
export interface OpenedFile {
  readonly address: string
  /** The rules that a request began under; null for a case that goes through no procedure. */
  readonly rules: Rules | null
  /** In the order in which the service accepted them. */
  readonly entries: readonly FileEntry[]
  /** Where a chain stops fitting, and the rule it breaks; nothing after that is shown. */
  readonly broken: { readonly lane: Lane; readonly sequence: number; readonly rule: string } | null
  /** Seals that their reader cannot open: the entry pretends that they can read it. */
  readonly badSeals: readonly { readonly lane: Lane; readonly sequence: number; readonly reader: string | null }[]
  /** The keys of the reporter's side besides the reporter's own. */
  readonly furtherKeys: readonly FurtherKey[]
  /** Who signed to let somebody in who lost their words, and for which line; null if nobody waits for a second signature. */
  readonly readmission: { readonly officer: string; readonly line: string } | null
  readonly readers: readonly string[]
  readonly excluded: readonly string[]
  readonly closed: boolean
  readonly remind: Day | null
  readonly release: Day | null
  /** The day that the limit has from the receipt of a case that came as a file; `null` for any other. */
  readonly fixedRelease: Day | null
  /** The substitutes to whom the case opens if the office is silent past that day. */
  readonly held: readonly string[]
  /** When it opened to substitutes, and to whom; null before. */
  readonly released: { readonly day: Day; readonly to: readonly string[] } | null
  /** Whether this person has signed an entry that opens the identity, so that the service gives its share. */
  readonly mayOpenIdentity: boolean
}
