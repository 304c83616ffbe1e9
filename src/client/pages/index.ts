import { accessibilityPage } from './accessibility.tsx'
import { casePage } from './case/index.tsx'
import { envelopePage } from './envelope/index.tsx'
import { handInPage } from './hand-in/index.tsx'
import { helpPage } from './help.tsx'
import { missingPage } from './missing.tsx'
import { officePage } from './office.tsx'
import type { Page } from './page.ts'
import { postersPage } from './posters.tsx'
import { privacyPage } from './privacy.tsx'
import { reportPage, requestPage } from './report/index.tsx'
import { rulesPage } from './rules/index.tsx'
import { startPage } from './start.tsx'

export { languages } from '../i18n/languages.ts'
export { envelopeBody } from './envelope/file.tsx'
export { letterBody } from './letter.tsx'

/** Every page there is. */
export const pages: readonly Page[] = [
  startPage,
  reportPage,
  requestPage,
  casePage,
  envelopePage,
  handInPage,
  helpPage,
  privacyPage,
  rulesPage,
  accessibilityPage,
  postersPage,
  officePage,
  missingPage,
]
