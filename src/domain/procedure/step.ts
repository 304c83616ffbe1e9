import type { Day } from '../days.ts'
import type { Region, TransitionLine } from '../pack/procedure-lines.ts'
import type { Rules } from '../pack/rules.ts'
import type { Role } from '../roles.ts'
import type { Tenure } from '../tenure.ts'

/**
 * Who signs a step. A reporter's id is the case key it was signed with; a representative takes no step of the procedure;
 * the service signs only what a day decides.
 */
export interface Author {
  readonly role: Role | 'reporter' | 'representative' | 'service'
  readonly id: string
}

/** A signed step of the procedure, opened and verified, in the order of the chain. */
export interface ProcedureStep {
  readonly sequence: number
  readonly day: Day
  readonly author: Author
  /** The id of a transition of the pack. */
  readonly transition: string
  readonly facts?: Readonly<Record<string, string>>
  /** By act, item or check-in, what the step says of it: a day, a verdict, an answer. */
  readonly about?: Readonly<Record<string, string>>
  /** The sequence of the proposal that this is the second signature of. */
  readonly seconds?: number
  /** Who reads the case from this entry on, who did not before. */
  readonly joins?: readonly string[]
  /** The files that its entry brings, by their hashes. */
  readonly files?: readonly string[]
}

/** A change of state in one region. */
export interface Move {
  readonly region: Region
  readonly from: string
  readonly to: string
}

/** A step that took effect: with all its signatures, if it needs two, on the day of the second. */
export interface Done {
  readonly sequence: number
  readonly day: Day
  readonly transition: TransitionLine
  readonly signers: readonly [Author, ...Author[]]
  readonly facts: Readonly<Record<string, string>>
  readonly about: Readonly<Record<string, string>>
  /** The files that came with it, by their hashes. */
  readonly files: readonly string[]
  readonly moved: Move | null
}
export type History = readonly Done[]

/** Where a region stands, since when, and where it stood before. */
export interface Position {
  readonly state: string
  readonly since: Day
  readonly from: Position | null
}

/** What the steps add up to. Every reader computes it alike from the same steps; nobody stores it. */
export interface Progress {
  readonly at: Readonly<Record<Region, Position>>
  readonly history: History
  /** Steps that wait for a second signature. */
  readonly proposals: readonly ProcedureStep[]
  /** Steps without effect, by sequence, with the id of the guard that each one breaks. */
  readonly voids: ReadonlyMap<number, string>
  /** The day of the last step; days never go back. */
  readonly day: Day
}

/** The rules that the case began under, and who was in standing in the office when. */
export interface Setting {
  readonly rules: Rules
  readonly people: readonly Tenure[]
}
