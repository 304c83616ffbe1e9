import { actsText } from '../../domain/acts.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, byId, show } from '../ui/dom.ts'
import { pathOf, type ReportStepName } from '../ui/report-steps.ts'
import { wireActs } from './acts-form.ts'
import { type Answers, readAnswers } from './answers.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import { lastStep } from './last-step.ts'
import { showProgress } from './progress.ts'
import { keepOffice, type OfficeKeeper } from './report-office.ts'
import { identityStep, reportStep } from './report-step.ts'
import { openReportVault } from './report-vault.ts'
import { isAsked } from './request.ts'
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
  const acts = wireActs(t, () => readAnswers(form).activity_when)
  const answers = (): Answers => {
    const text = actsText(acts.read())
    return { ...readAnswers(form), ...(text === '' ? {} : { acts: text }) }
  }
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
  // An answer that is changed from the review leads back to it, unless it makes the report a request with steps of its own.
  let changing = false
  let kindBefore: string | undefined
  const change = (step: string): void => {
    changing = true
    kindBefore = answers().kind
    steps.open(step)
  }
  const entered: Partial<Record<string, () => void>> = {
    acts: () => {
      for (const field of ['acts', 'feared'] as const) show(byId(`asked-${field}`), isAsked(field, answers()))
      acts.draw()
    },
    exclude: () => void fetchFor(t, keeper, 'exclude-errors'),
    review: () => showReview(t, [reportStep(answers(), t), identityStep(answers())], answers(), change),
    key: last.open,
  }
  const steps = makeSteps('need', (step) => {
    entered[step]?.()
    const { kind } = answers()
    return showProgress(t, step, pathOf(kind), kind)
  })
  const move = (by: number): void => {
    const { kind } = answers()
    const path = pathOf(kind)
    const back = changing && (kind === kindBefore || kind !== 'protection')
    const next = back ? 'review' : path[path.indexOf(steps.current() as ReportStepName) + by]
    if (next === undefined || (by > 0 && !mayGoOn(t, steps.current(), answers(), keeper))) return
    changing = false
    steps.open(next)
  }
  const moves: Readonly<Record<string, () => void>> = {
    next: () => move(1),
    back: () => move(-1),
    skip: () => mayGoOn(t, 'what', answers(), keeper) && steps.open('exclude'),
  }
  for (const button of all('[data-act]', form))
    button.addEventListener('click', moves[button.dataset.act ?? ''] ?? (() => undefined))
  void keeper.refresh().catch(() => undefined)
  return armForgetting(() => UNSENT.some((field) => answers()[field] !== undefined) && !last.sent(), vault.forget)
}

/** The answers that took some writing, and are asked about before they are lost. */
const UNSENT = ['story', 'acts', 'feared', 'activity_what', 'knowledge_who']

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
