import type { ReporterTranslate } from '../../i18n/translate.ts'
import { type LastStep, type LastStepNeeds, lastStep } from '../last-step.ts'
import { showHints } from '../show-hints.ts'

/** What the end of a page does: the hints beside the review, and the key, after which the report is sent. */
export interface Ending extends LastStep {
  /** Points at what may point at its author; an open report hides nobody, so nothing is pointed at. */
  readonly hint: (mode: string | undefined) => void
}

/** What the page lends to its end. */
export interface EndingNeeds extends LastStepNeeds {
  readonly form: HTMLElement
}

/** Makes the end of a page where a report or a request is written. */
export const makeEnding = (t: ReporterTranslate, { form, ...needs }: EndingNeeds): Ending => ({
  ...lastStep(t, needs),
  hint: (mode) => showHints(t, mode === 'open' ? null : { element: form, files: needs.files.going() }, needs.change),
})
