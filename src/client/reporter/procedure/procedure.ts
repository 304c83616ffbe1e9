import type { Day } from '../../../domain/days.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import type { ExpectedSchedule } from '../../../domain/procedure/schedule.ts'
import type { Progress } from '../../../domain/procedure/step.ts'
import type { Step } from '../../../domain/steps.ts'
import type { Story } from '../../../domain/story.ts'
import type { FurtherKey, Told } from '../../../domain/told.ts'
import type { FilesField } from '../evidence/files-field.ts'
import type { Office } from '../office.ts'
import type { OpenedCase } from '../opened-case.ts'
import type { CaseEntry } from '../vault.ts'

/** Seals a step in the open case, with the files of its form if it has any, and shows the case again. */
export type Send = (step: Step, files?: FilesField) => Promise<void>

interface Telling {
  readonly story: Story
  readonly progress: Progress
  readonly schedule: ExpectedSchedule
}

/**
 * The procedure of one request, under the rules that it began with: what only requests have on the page of a case.
 */
export interface Procedure {
  /** Where the request stands after these steps, and the days in the clear that belong to it; null if the first is no request. */
  readonly tell: (told: readonly Told[]) => Telling | null
  /** Fills the part of the page that only requests have. */
  readonly show: (opened: OpenedCase, send: Send, actFiles: FilesField) => void
  /** The last day on which a readmitted key waits; null where none does. */
  readonly keyWaits: (opened: OpenedCase) => Day | null
  /** What an entry did, in a sentence; null where it is no step of the procedure. */
  readonly entryWords: (entry: CaseEntry, me: FurtherKey | null) => string | null
  /** What a step says besides its words, each thing under its name. */
  readonly factRows: (opened: OpenedCase, step: SealedStep) => readonly (readonly [label: string, value: string])[]
  /** The sentence of a rule of the procedure, and the way out; null for other rules. */
  readonly ruleWords: (rule: string) => string | null
  /** The same as lines for the saved file. */
  readonly lines: (opened: OpenedCase) => readonly string[]
}

/** How the procedures of cases are made. */
export interface Procedures {
  /** Fetches the rules of this name, base64url; those that were fetched are at hand. @throws RulesProblem */
  readonly fetchRules: (pack: string) => Promise<Rules>
  /** Makes the procedure of a case under its rules. */
  readonly begin: (rules: Rules, office: Office) => Procedure
}
