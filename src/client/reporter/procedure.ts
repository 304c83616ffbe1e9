/** The script that the page of a case loads when the case is a request for protection. */
import type { ReporterKey } from '../i18n/keys.ts'
import type { Messages } from '../i18n/message.ts'
import { pageWords } from '../i18n/page-words.ts'
import { HANDED } from './handed.ts'
import { beginIn } from './procedure/begin.ts'

/** The words of this script, which the build puts here. */
declare const WORDS: Messages

document.dispatchEvent(new CustomEvent(HANDED, { detail: beginIn(pageWords<ReporterKey>(WORDS)) }))
