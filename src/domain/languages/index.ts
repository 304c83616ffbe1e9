// Written by `npm run build` from the files beside it.
import * as ar from './ar.ts'
import * as en from './en.ts'
import * as es from './es.ts'
import * as fr from './fr.ts'
import type { Language, MailWords } from './language.ts'

/** Every language there is, in the order of the language links; the first is the one that pages fall back to. */
export const languages: readonly [Language, ...Language[]] = [en.language, ar.language, es.language, fr.language]

/** What mails say, by the tag of the language. */
export const mails: Readonly<Record<string, MailWords>> = { en: en.mail, ar: ar.mail, es: es.mail, fr: fr.mail }
