import type { ReporterKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import { byId, show } from '../ui/dom.ts'
import { wireChoices } from './choices.ts'
import { armExit, forgetOnReturn } from './exit.ts'
import { takeFragment } from './office.ts'
import { pageIsReady } from './readiness.ts'
import { startReport } from './report-flow.ts'

/** What the start page lets choose, by the number in the address. */
const NEEDS: Readonly<Record<string, string>> = { '2': 'kind-protection', '3': 'kind-advice' }

const begin = (): void => {
  const form = byId('report') as HTMLFormElement
  const { poster, need } = takeFragment()
  wireChoices(form)
  const chosen = NEEDS[need ?? '']
  if (chosen !== undefined) byId(chosen).click()
  form.addEventListener('submit', (event) => event.preventDefault())
  show(form)
  const leave = startReport(pageWords<ReporterKey>(), form, poster)
  armExit(leave)
}

forgetOnReturn()
if (pageIsReady()) begin()
else armExit()
