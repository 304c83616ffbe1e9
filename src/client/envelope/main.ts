import type { ReporterKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import { armCover } from '../reporter/cover.ts'
import { pageIsReady } from '../reporter/readiness.ts'
import { byId, show } from '../ui/dom.ts'
import { armExit } from '../ui/exit.ts'
import { begin } from './begin.ts'

/** The script of the form that works without a network: it reaches nothing but what the reader does in this page. */
armExit()
show(byId('exit'))
if (pageIsReady()) {
  const t = pageWords<ReporterKey>()
  armCover(t)
  begin(t)
}
