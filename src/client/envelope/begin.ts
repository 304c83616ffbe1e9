import type { ReporterTranslate } from '../i18n/translate.ts'
import { clearProblems, type Problem, showProblems } from '../reporter/errors.ts'
import { onceOn } from '../reporter/once.ts'
import { sendingWords } from '../reporter/sending-words.ts'
import { byId, one, show } from '../ui/dom.ts'
import { digitsIn, POSTER_DIGITS } from './digits.ts'
import { ForeignFile, officeIn } from './directory-file.ts'
import { showOffice } from './show-office.ts'

const ERRORS = 'begin-errors'

/** Opens the directory that the file carries; asks for one where it carries none. */
export const begin = (t: ReporterTranslate): void => {
  show(byId('begin'))
  const carried = one<HTMLTemplateElement>('#directory').content.textContent ?? ''
  if (carried === '') ask(t)
  else
    officeIn(carried, null).then(
      (office) => showOffice(t, office),
      (cause) => showProblems(ERRORS, failure(t, cause), []),
    )
}

/** Without a poster nobody could tell another office's directory from the right one, so all its digits are needed. */
const ask = (t: ReporterTranslate): void => {
  const form = byId('ask')
  show(form)
  onceOn(form, 'submit', async () => {
    const [file] = one<HTMLInputElement>('#directory-file').files ?? []
    const digits = digitsIn(one<HTMLTextAreaElement>('#poster').value)
    const problems: Problem[] = [
      ...(file === undefined ? [{ words: [t('envelope.error.directory')], input: 'directory-file' }] : []),
      ...(digits.length === POSTER_DIGITS
        ? []
        : [{ words: [t('envelope.error.poster', { count: digits.length })], input: 'poster' }]),
    ]
    if (file === undefined || problems.length > 0)
      return showProblems(ERRORS, t('report.error.title', { count: problems.length }), problems)
    try {
      const office = await officeIn(await file.text(), digits)
      clearProblems(ERRORS)
      show(form, false)
      showOffice(t, office)
    } catch (cause) {
      showProblems(ERRORS, failure(t, cause), [])
    }
  })
}

const failure = (t: ReporterTranslate, cause: unknown): string =>
  cause instanceof ForeignFile ? t('envelope.error.foreign') : sendingWords(t, cause)
