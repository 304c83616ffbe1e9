import { actsText } from '../../domain/acts.ts'
import { baselineFields } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, show } from '../ui/dom.ts'
import { wireActs } from './acts-form.ts'
import { type Answers, readAnswers } from './answers.ts'
import { wireEarlierKey } from './earlier-key.ts'
import type { Form, Said } from './form.ts'
import { identityStep, pick, reportStep } from './report-step.ts'
import { isAsked, requestOf } from './request-fields.ts'
import type { ReportVault } from './vault.ts'

/** The page of a request for protection: what a report asks, and the three elements of a request besides. */
export const protectionRequest = (t: ReporterTranslate, element: HTMLElement, vault: ReportVault): Form => {
  const earlier = wireEarlierKey(t, vault)
  const acts = wireActs(t, () => readAnswers(element).activity_when)
  const answers = (): Answers => {
    const text = actsText(acts.read())
    return { ...readAnswers(element), ...(text === '' ? {} : { acts: text }) }
  }
  return {
    page: 'request',
    answers,
    said: (given) => ({ ...saidInRequest(t, given), earlier: earlier.key() }),
    ready: earlier.ready,
    problems: (step) => (step === 'spoke' ? earlier.problems() : []),
    acts: () => (isAsked('acts', answers()) ? acts.told() : []),
    entered: {
      acts: () => {
        for (const field of ['acts', 'feared'] as const) show(byId(`asked-${field}`), isAsked(field, answers()))
        acts.draw()
      },
    },
  }
}

/** What is sealed of the answers to a request: the work situation goes with the name. */
export const saidInRequest = (t: ReporterTranslate, answers: Answers): Said => ({
  report: reportStep(t, answers, 'protection', requestOf(answers)),
  identity: identityStep(answers, pick(answers, baselineFields)),
})
