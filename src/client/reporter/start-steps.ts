import type { ReporterTranslate } from '../i18n/translate.ts'
import { all } from '../ui/dom.ts'
import { draftDoor } from './draft-door.ts'
import { endingDoor } from './ending-door.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import { type FilesField, filesField } from './evidence/files-field.ts'
import { wireLinkHint } from './evidence/link-hint.ts'
import type { Form, Said } from './form.ts'
import { keepOffice, type OfficeKeeper } from './report-office.ts'
import { showReview } from './review.ts'
import { sendingWords } from './sending-words.ts'
import { makeSteps } from './steps.ts'
import type { ReportVault } from './vault.ts'

/**
 * Leads through the steps of a page in their order. Nothing is stored anywhere: the answers are in the page, and the key
 * in its worker, until they are sealed.
 * @returns what to do before somebody leaves: forget
 */
export const startSteps = (
  t: ReporterTranslate,
  element: HTMLElement,
  form: Form,
  vault: ReportVault,
  poster: string | null,
): (() => void) => {
  const keeper = keepOffice(t, vault, poster)
  const path = all('.step', element).map(({ id }) => id.slice('step-'.length))
  const files = filesField(t, 'files', vault.call, form.acts)
  wireLinkHint('evidence')
  const said = (): Said => form.said(form.answers())
  // An answer that is changed from the review leads back to it.
  let changing = false
  const change = (step: string): void => {
    changing = true
    steps.open(step)
  }
  const ending = endingDoor(t, () => steps.current(), {
    ...{ vault, keeper, said, files, form: element, change },
    done: () => steps.open('receipt'),
    wrong: (cause) => sendingWords(t, cause),
    lookAgain: () => {
      steps.open('exclude')
      showProblems('exclude-errors', t('report.exclude.changed'), [])
    },
  })
  const entered: Readonly<Record<string, () => void>> = {
    ...form.entered,
    // Acts may have changed since the files were chosen.
    evidence: files.draw,
    exclude: () => void fetchFor(t, keeper, 'exclude-errors'),
    review: () => {
      showReview(t, form, files.going(), change)
      ending.use(({ hint }) => hint(form.answers().mode))
    },
    key: () => ending.use(({ open }) => open()),
  }
  const steps = makeSteps(path, (step) => entered[step]?.())
  const move = (by: number): void => {
    const next = changing ? 'review' : path[path.indexOf(steps.current()) + by]
    if (
      next === undefined ||
      (by > 0 && !mayGoOn(t, { step: steps.current(), form, files, report: said().report, keeper }))
    )
      return
    changing = false
    steps.open(next)
    ending.fetch()
  }
  let isKept = (): boolean => false
  const drafts = draftDoor(t, {
    ...{ page: form.page, form: element, steps, vault },
    kept: (isStill) => {
      isKept = isStill
    },
  })
  const moves: Readonly<Record<string, () => void>> = {
    ...drafts,
    next: () => (form.ready === undefined ? move(1) : void form.ready().then(() => move(1))),
    back: () => move(-1),
    skip: () => mayGoOn(t, { step: 'what', form, files, report: said().report, keeper }) && steps.open('exclude'),
  }
  for (const button of all('[data-act]', element))
    button.addEventListener('click', moves[button.dataset.act ?? ''] ?? (() => undefined))
  void keeper.refresh().catch(() => undefined)
  // A draft that was kept holds no files.
  const unsaved = (): boolean => ((isWritten(element) && !isKept()) || files.count() > 0) && !ending.sent()
  return armForgetting(unsaved, () => {
    files.clear()
    vault.forget()
  })
}

/** Whether anything was written, which took somebody longer than choosing. */
const isWritten = (element: HTMLElement): boolean =>
  all<HTMLInputElement>('textarea, input[type=text]', element).some(({ value }) => value.trim() !== '')

interface Going {
  readonly step: string
  readonly form: Form
  readonly files: FilesField
  readonly report: Said['report']
  readonly keeper: OfficeKeeper
}

/** What cannot be left open: one sentence, somebody to read it, and what the form itself cannot read. */
const mayGoOn = (t: ReporterTranslate, { step, form, files, report, keeper }: Going): boolean => {
  const box = `${step}-errors`
  const problems: Problem[] = [...(form.problems?.(step) ?? []), ...(step === 'evidence' ? files.problems() : [])]
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
