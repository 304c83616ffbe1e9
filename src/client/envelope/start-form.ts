import type { ReporterTranslate } from '../i18n/translate.ts'
import { wireChoices } from '../reporter/choices.ts'
import { wireLinkHint } from '../reporter/evidence/link-hint.ts'
import { leadSteps } from '../reporter/lead-steps.ts'
import { plainReport } from '../reporter/plain-report.ts'
import { listReaders } from '../reporter/readers.ts'
import { reportReview } from '../reporter/report-review.ts'
import { reviewer } from '../reporter/review.ts'
import { armForgetting, isWritten } from '../reporter/unsaved.ts'
import { byId, show } from '../ui/dom.ts'
import type { VerifiedOffice } from './directory-file.ts'
import { startFiles } from './files.ts'
import { lastStep } from './last-step.ts'

/** Starts the steps of a report whose answers are locked into a file. Nothing is kept anywhere before that. */
export const startForm = (t: ReporterTranslate, office: VerifiedOffice): void => {
  const element = byId('report')
  wireChoices(element)
  element.addEventListener('submit', (event) => event.preventDefault())
  show(element)
  const known = { office, readers: listReaders(t, office) }
  const files = startFiles(t)
  wireLinkHint('evidence')
  const { sent } = leadSteps(t, element, plainReport(t, element), {
    // The directory is what it was when the file was opened: nobody new can come into it.
    keeper: { known: () => known, refresh: async () => ({ ...known, changed: false }) },
    files,
    ending: ({ change, ...way }) => {
      const last = lastStep(t, { ...way, ...known, files: files.going })
      const review = reviewer(t, reportReview, { form: element, said: way.said, change, files: files.going })
      return { fetch: () => undefined, use: (act) => act({ ...last, review }), sent: last.sent }
    },
    acts: () => ({}),
  })
  // Whoever leaves by the exit has taken the form from the page.
  armForgetting(
    () => element.isConnected && (isWritten(element) || files.count() > 0) && !sent(),
    () => undefined,
  )
  byId('need-title').focus()
}
