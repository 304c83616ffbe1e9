import type { ReporterKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, show } from '../ui/dom.ts'
import { armExit } from '../ui/exit.ts'
import { wireChoices } from './choices.ts'
import { armCover } from './cover.ts'
import type { Form } from './form.ts'
import { carryPoster, takeFragment } from './fragment.ts'
import { pageIsReady } from './readiness.ts'
import { openReportVault } from './report-vault.ts'
import { startSteps } from './start-steps.ts'
import type { ReportVault } from './vault.ts'

/** What the start page lets choose, by the number in the address. */
const NEEDS: Readonly<Record<string, string>> = { '3': 'kind-advice' }

type FormOf = (t: ReporterTranslate, element: HTMLElement, vault: ReportVault) => Form

/** Makes the page of a report or of a request work, once its script is there and the browser can lock something. */
export const begin = (formOf: FormOf): void => {
  armExit(pageIsReady() ? open(formOf) : undefined)
}

const open = (formOf: FormOf): (() => void) => {
  const element = byId('report')
  const { poster, need } = takeFragment()
  const t = pageWords<ReporterKey>()
  carryPoster(poster)
  armCover(t)
  wireChoices(element)
  const chosen = NEEDS[need ?? '']
  if (chosen !== undefined) byId(chosen).click()
  element.addEventListener('submit', (event) => event.preventDefault())
  show(element)
  const vault = openReportVault()
  return startSteps(t, element, formOf(t, element, vault), vault, poster)
}
