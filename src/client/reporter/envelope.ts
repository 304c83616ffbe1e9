import type { DirectoryAnswer } from '../../contract/directory.ts'
import type { ReporterKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, show } from '../ui/dom.ts'
import { armExit } from '../ui/exit.ts'
import { AskError } from './ask.ts'
import { clearProblems, showProblems } from './errors.ts'
import { fillOffice } from './fill.ts'
import { carryPoster, takeFragment } from './fragment.ts'
import { fetchDirectory, officeOf } from './office.ts'
import { onceOn } from './once.ts'
import { saveText } from './save.ts'
import { sendingWords } from './sending-words.ts'
import { verifyInPage } from './verify-in-page.ts'

/** The page where the form that works without a network is saved, with the directory that was verified here in it. */
const ERRORS = 'envelope-errors'

const begin = (): void => {
  armExit()
  const { poster } = takeFragment()
  // Where nothing can be verified, the plain files are left.
  if (!isSecureContext) return
  carryPoster(poster)
  const t = pageWords<ReporterKey>()
  show(byId('envelope-make'))
  void verified(poster).catch(() => undefined)
  onceOn(byId('envelope-save'), 'click', () =>
    save(t, poster).catch((cause) => showProblems(ERRORS, sendingWords(t, cause), [])),
  )
}

/** The directory as it came, after every signature in it was checked; what the office says of itself is shown. */
const verified = async (poster: string | null): Promise<DirectoryAnswer> => {
  const answer = await fetchDirectory()
  fillOffice(await officeOf(answer, poster, verifyInPage))
  return answer
}

const save = async (t: ReporterTranslate, poster: string | null): Promise<void> => {
  clearProblems(ERRORS)
  const [{ day, statements }, form] = await Promise.all([verified(poster), fetchForm(t)])
  saveText('form.html', withDirectory(form, JSON.stringify({ day, statements })), 'text/html;charset=utf-8')
  byId('envelope-status').textContent = t('draft.saved')
}

const fetchForm = async (t: ReporterTranslate): Promise<string> => {
  const answer = await fetch(`/forms/${t.language.tag}.html`, { credentials: 'omit', cache: 'no-store' }).catch(
    (cause) => {
      throw new AskError('network', { cause })
    },
  )
  if (!answer.ok) throw new AskError('unknown')
  return answer.text()
}

/** Where the form keeps the directory: the last of its templates. */
const PLACE = '<template id="directory"></template>'

/** JSON without the signs of markup stands as text in the form. */
const withDirectory = (form: string, json: string): string => {
  const [before, after, ...more] = form.split(PLACE)
  if (after === undefined || more.length > 0) throw new Error('the form has no place for a directory')
  const text = json.replaceAll('<', '\\u003c').replaceAll('&', '\\u0026')
  return `${before}${PLACE.replace('><', () => `>${text}<`)}${after}`
}

begin()
