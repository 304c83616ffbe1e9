/** The script that the page of a case loads for requests for protection. */
import type { ReporterKey } from '../i18n/keys.ts'
import type { Messages } from '../i18n/message.ts'
import { pageWords } from '../i18n/page-words.ts'
import { HANDED } from './handed.ts'
import { procedureScript } from './procedure/begin.ts'

/** The words of this script, which the build puts here. */
declare const WORDS: Messages

document.dispatchEvent(new CustomEvent(HANDED, { detail: procedureScript(pageWords<ReporterKey>(WORDS)) }))
