import type { ReporterTranslate } from '../i18n/translate.ts'
import { type Answers, readAnswers } from './answers.ts'
import type { Form, Said } from './form.ts'
import { identityStep, lines, reportStep, sure } from './report-step.ts'

/** The page of a report, and of a request for advice, which asks the same. */
export const plainReport = (t: ReporterTranslate, element: HTMLElement): Form => ({
  page: 'report',
  answers: () => readAnswers(element),
  said: (answers) => saidInReport(t, answers),
  entered: {},
})

/** What is sealed of the answers to a report. */
export const saidInReport = (t: ReporterTranslate, answers: Answers): Said => ({
  report: reportStep(t, answers, answers.kind === 'advice' ? 'advice' : 'report', {
    reported_before: reportedBefore(answers, t),
  }),
  identity: identityStep(answers),
})

const reportedBefore = (answers: Answers, t: ReporterTranslate): string =>
  lines([
    [t('report.told.question'), sure(t, answers.told)],
    [t('report.told.whom'), answers['told-whom']],
    [t('report.told.when'), answers['told-when']],
    [t('report.told.result'), answers['told-result']],
  ])
