import type { ReporterTranslate } from '../i18n/translate.ts'
import { all } from '../ui/dom.ts'
import type { EndingDoor } from './ending-door.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import type { FilesState } from './evidence/files-state.ts'
import type { Form, Said } from './form.ts'
import type { OfficeKeeper } from './report-office.ts'
import { sendingWords } from './sending-words.ts'
import { makeSteps, type Steps } from './steps.ts'

/** What the end of a page is told of the steps before it. */
export interface Way {
  readonly said: () => Said
  /** The step that is open. */
  readonly step: () => string
  /** Leads to a step, to change an answer. */
  readonly change: (step: string) => void
  /** Leads to what comes after; one can still go back and change something. */
  readonly done: () => void
  /** Leads to the receipt, and takes everything else from the page. */
  readonly over: () => void
  /** Leads back to the list of readers, which is not the one that was shown. */
  readonly lookAgain: () => void
}

/** What a page brings to its steps besides its form. */
interface Means {
  readonly keeper: OfficeKeeper
  /** The files that go with it. */
  readonly files: FilesState
  readonly ending: (way: Way) => EndingDoor
  /** What further buttons do besides leading on and back. */
  readonly acts: (steps: Steps) => Readonly<Record<string, () => void>>
}

/** The steps that show or send what the files are. */
const UNDER_FILES: readonly string[] = ['review', 'key']

/** Leads through the steps of a page in their order. */
export const leadSteps = (
  t: ReporterTranslate,
  element: HTMLElement,
  form: Form,
  { keeper, files, ending: endingOf, acts }: Means,
): Pick<EndingDoor, 'sent'> => {
  const path = all('.step', element).map(({ id }) => id.slice('step-'.length))
  const said = (): Said => form.said(form.answers())
  // An answer that is changed from the review leads back to it.
  let changing = false
  const change = (step: string): void => {
    changing = true
    steps.open(step)
  }
  const ending = endingOf({
    ...{ said, change },
    step: () => steps.current(),
    done: () => steps.open('receipt'),
    over: () => steps.end('receipt'),
    lookAgain: () => {
      steps.open('exclude')
      showProblems('exclude-errors', t('report.exclude.changed'), [])
    },
  })
  const entered: Readonly<Record<string, () => void>> = {
    ...form.entered,
    // Acts may have changed since the files were chosen.
    evidence: () => files.draw(),
    exclude: () => void fetchFor(t, keeper, 'exclude-errors'),
    review: () => ending.use(({ review }) => review()),
    key: () => ending.use(({ open }) => open()),
  }
  const enter = (step: string, wanted: string): void => {
    entered[step]?.()
    if (step !== wanted) mayLeave(step)
  }
  /** Whatever way somebody comes, nothing is read back or sent while files are not ready. */
  const insteadOf = (wanted: string): string =>
    UNDER_FILES.includes(wanted) && files !== null && files.problems().length > 0 ? 'evidence' : wanted
  const steps = makeSteps(path, enter, insteadOf)
  const mayLeave = (step: string): boolean => mayGoOn(t, { step, form, files, report: said().report, keeper })
  const move = (by: number): void => {
    const next = changing ? 'review' : path[path.indexOf(steps.current()) + by]
    if (next === undefined || (by > 0 && !mayLeave(steps.current()))) return
    changing = false
    steps.open(next)
    ending.fetch()
  }
  const moves: Readonly<Record<string, () => void>> = {
    ...acts(steps),
    next: () => (form.ready === undefined ? move(1) : void form.ready().then(() => move(1))),
    back: () => move(-1),
    skip: () => mayLeave('what') && steps.open('exclude'),
  }
  for (const button of all('[data-act]', element))
    button.addEventListener('click', moves[button.dataset.act ?? ''] ?? (() => undefined))
  return ending
}

interface Going {
  readonly step: string
  readonly form: Form
  readonly files: FilesState
  readonly report: Said['report']
  readonly keeper: OfficeKeeper
}

/** What cannot be left open: one sentence, somebody to read it, and what the form itself cannot read. */
const mayGoOn = (t: ReporterTranslate, { step, form, files, report, keeper }: Going): boolean => {
  const box = `${step}-errors`
  const ofFiles = step === 'evidence' ? files.problems() : []
  const problems: Problem[] = [...(form.problems?.(step) ?? []), ...ofFiles]
  if (step === 'what' && report.story === '') problems.push({ words: [t('report.error.story')], input: 'story' })
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
