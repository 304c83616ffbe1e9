import type { Bytes } from '../../../crypto/wire/index.ts'
import type { NamedEvidence } from '../files/named.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import { href } from '../ui/href.ts'
import { AskError } from './ask.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import type { FilesField } from './evidence/files-field.ts'
import { wasStopped } from './evidence/was-stopped.ts'
import type { Said } from './form.ts'
import { keyOnce, wanting } from './key-once.ts'
import type { ShownCaseKey } from './key-step.ts'
import { onceOn } from './once.ts'
import { showReceipt } from './receipt.ts'
import type { OfficeKeeper } from './report-office.ts'
import { reportSender } from './send-report.ts'
import { ReadersChanged, sendAnswers, submissionOf } from './sending.ts'
import type { ReportVault } from './vault.ts'

const ERRORS = 'key-errors'

/** What the page lends to its last step. */
export interface LastStepNeeds {
  readonly vault: ReportVault
  readonly keeper: OfficeKeeper
  readonly said: () => Said
  /** The files that go with it, as they stand. */
  readonly files: FilesField
  readonly over: () => void
  /** The sentence for what went wrong, which the page can say already. */
  readonly wrong: (cause: unknown) => string
  /** Leads to a step, to change an answer. */
  readonly change: (step: string) => void
  /** Leads back to the list of readers, which is not the one that was shown. */
  readonly lookAgain: () => void
}

/** The step in which the key is shown. */
export interface LastStep {
  /** Called when the step is opened: the key is made once and stays the same. */
  readonly open: () => void
  readonly sent: () => boolean
}

/** The last step: the key is shown and proven, and only then everything is verified, sealed and sent. */
export const lastStep = (
  t: ReporterTranslate,
  { vault, keeper, said, files, over, wrong, change, lookAgain }: LastStepNeeds,
): LastStep => {
  const sender = reportSender(vault)
  const shownKey = keyOnce(t, vault, keeper)
  let sent = false
  const fail = (cause: unknown): void => {
    if (cause instanceof ReadersChanged) lookAgain()
    else if (wasStopped(cause)) showProblems(ERRORS, t('files.stopped'), [])
    else showProblems(ERRORS, ...failure(t, cause, (it) => files.wrong(it) ?? wrong(it)))
  }
  const say = (sentence: string): void => {
    byId('sending').textContent = sentence
  }
  const submit = async (): Promise<void> => {
    // Whoever wants to read it back is led to the files first, and told why.
    if (files.problems().length > 0) return change('review')
    const shown = await shownKey()
    const problems = wanting(t, said(), shown)
    if (problems.length > 0) return showProblems(ERRORS, t('report.error.title', { count: problems.length }), problems)
    clearProblems(ERRORS)
    const sendFiles = (caseKey: Bytes): Promise<readonly NamedEvidence[]> => files.send(caseKey, byId('sending'), say)
    const came = await sendAnswers(t, { key: shown.key, said: said(), keeper, sender, sendFiles }, say)
    const { receipts, schedule } = came
    sent = true
    files.clear()
    showReceipt(t, receipts, came.files)
    byId('receipt-lead').textContent = t('report.receipt.lead', { day: schedule.remind, limit: schedule.release })
    vault.forget()
    over()
  }
  onceOn(byId('send'), 'click', () =>
    submit().catch((cause) => {
      say('')
      fail(cause)
    }),
  )
  /** Writing the key down takes longer than sealing. */
  const sealAhead = ({ key }: ShownCaseKey): void => {
    const known = keeper.known()
    // With files it cannot be: what is sealed names them, and they are sent first.
    if (known && files.going().length === 0) sender.prepare(submissionOf(key, said(), known, []))
  }
  return { open: () => void shownKey().then(sealAhead).catch(fail), sent: () => sent }
}

/** What to say when it was not sent. Under a key that is taken, what was sent before has arrived after all. */
const failure = (
  t: ReporterTranslate,
  cause: unknown,
  wrong: LastStepNeeds['wrong'],
): [title: string, problems: Problem[]] => {
  if (!(cause instanceof AskError) || cause.code !== 'case.taken') return [wrong(cause), []]
  const link = (words: (Node | string)[]): Node => h('a', { href: href(t, 'case') }, ...words)
  return [t('report.error.arrived.title'), [{ words: t.rich<Node>('report.error.arrived', { link }) }]]
}
