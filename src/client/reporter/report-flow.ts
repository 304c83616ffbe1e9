import type { ReporterTranslate } from '../i18n/translate.ts'
import { all } from '../ui/dom.ts'
import { type ReportStepName, STEPS } from '../ui/report-steps.ts'
import { type Answers, readAnswers } from './answers.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import { lastStep } from './last-step.ts'
import { keepOffice, type OfficeKeeper } from './report-office.ts'
import { identityStep, reportStep } from './report-step.ts'
import { openReportVault } from './report-vault.ts'
import { showReview } from './review.ts'
import { sendingWords } from './sending-words.ts'
import { makeSteps } from './steps.ts'

/**
 * Leads through the steps of a report. Nothing is stored anywhere: the answers are in the page, and the key in its
 * worker, until they are sealed.
 * @returns what to do before somebody leaves: forget
 */
export const startReport = (t: ReporterTranslate, form: HTMLElement, poster: string | null): (() => void) => {
  const vault = openReportVault()
  const keeper = keepOffice(t, vault, poster)
  const answers = (): Answers => readAnswers(form)
  const last = lastStep(t, {
    vault,
    keeper,
    answers,
    done: () => steps.open('receipt'),
    lookAgain: () => {
      steps.open('exclude')
      showProblems('exclude-errors', t('report.exclude.changed'), [])
    },
  })
  // An answer that is changed from the review leads back to it.
  let changing = false
  const change = (step: string): void => {
    changing = true
    steps.open(step)
  }
  const entered: Partial<Record<string, () => void>> = {
    exclude: () => void fetchFor(t, keeper, 'exclude-errors'),
    review: () => showReview(t, [reportStep(answers(), t), identityStep(answers())], answers(), change),
    key: last.open,
  }
  const steps = makeSteps('need', (step) => entered[step]?.())
  const move = (by: number): void => {
    const next = changing ? 'review' : STEPS[STEPS.indexOf(steps.current() as ReportStepName) + by]
    if (next === undefined || (by > 0 && !mayGoOn(t, steps.current(), answers(), keeper))) return
    changing = false
    steps.open(next)
  }
  const acts: Readonly<Record<string, () => void>> = {
    next: () => move(1),
    back: () => move(-1),
    skip: () => mayGoOn(t, 'what', answers(), keeper) && steps.open('exclude'),
  }
  for (const button of all('[data-act]', form))
    button.addEventListener('click', acts[button.dataset.act ?? ''] ?? (() => undefined))
  void keeper.refresh().catch(() => undefined)
  return armForgetting(() => answers().story !== undefined && !last.sent(), vault.forget)
}

/** The two steps that cannot be left open: one sentence, and somebody to read it. */
const mayGoOn = (t: ReporterTranslate, step: string, answers: Answers, keeper: OfficeKeeper): boolean => {
  const box = `${step}-errors`
  const problems: Problem[] = []
  if (step === 'what' && answers.story === undefined)
    problems.push({ words: [t('report.error.story')], input: 'story' })
  if (step === 'exclude') {
    const known = keeper.known()
    if (known === undefined) {
      void fetchFor(t, keeper, box)
      return false
    }
    if (known.readers.reading().length === 0) problems.push({ words: [t('report.exclude.nobody')] })
  }
  if (problems.length === 0) clearProblems(box)
  else showProblems(box, t('report.error.title', { count: problems.length }), problems)
  return problems.length === 0
}

const fetchFor = async (t: ReporterTranslate, keeper: OfficeKeeper, box: string): Promise<void> => {
  try {
    if (keeper.known() === undefined) await keeper.refresh()
    clearProblems(box)
  } catch (cause) {
    showProblems(box, sendingWords(t, cause), [])
  }
}

/** Asks before unsent words are lost by closing the page; the exit is the one way out that never asks. */
const armForgetting = (unsaved: () => boolean, forget: () => void): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => {
    if (unsaved()) event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  return () => {
    removeEventListener('beforeunload', ask)
    forget()
  }
}
