import type { ReporterTranslate } from '../i18n/translate.ts'
import { type LastStep, type LastStepNeeds, lastStep } from './last-step.ts'
import { type ReadBack, reviewer } from './review.ts'

/** What the end of a page does: everything read back, and the key, after which the report is sent. */
export interface Ending extends LastStep {
  /** Called when the review is opened. */
  readonly review: () => void
}

/** What the page lends to its end. */
export interface EndingNeeds extends LastStepNeeds {
  readonly form: HTMLElement
}

/** How the end of a page is made where a report or a request is written. */
export const endingOf =
  (back: ReadBack) =>
  (t: ReporterTranslate, { form, ...needs }: EndingNeeds): Ending => {
    const { said, change, files } = needs
    return { ...lastStep(t, needs), review: reviewer(t, back, { form, said, change, files: files.going }) }
  }
