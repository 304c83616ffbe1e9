import { parseCaseKey } from '../../../crypto/keys/case-key-text.ts'
import { openLetter } from '../../../crypto/letter/open-letter.ts'
import { fromBase64url } from '../../../crypto/wire/base64url.ts'
import type { LetterKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import { clearProblems, showProblems } from '../reporter/errors.ts'
import { keyProblems } from '../reporter/key-problems.ts'
import { keyProblemOf } from '../reporter/read-key.ts'
import { byId, one, show } from '../ui/dom.ts'
import { armExit } from '../ui/exit.ts'
import { problemOf } from './problem.ts'
import { showLetter } from './show-letter.ts'

/** The script of a letter's file: takes the key as it is typed, names what is wrong with it, and opens the letter. */
const ERRORS = 'letter-errors'
armExit()
show(byId('exit'))
const t = pageWords<LetterKey>()
const input = one<HTMLTextAreaElement>('#key')

const open = async (): Promise<void> => {
  clearProblems(ERRORS)
  const typed = parseCaseKey(input.value)
  if (!typed.ok) {
    const problems = keyProblems(t, typed.problems.map(keyProblemOf))
    return showProblems(ERRORS, t('letter.problem'), problems)
  }
  const container = fromBase64url(one<HTMLTemplateElement>('#container').content.textContent ?? '')
  showLetter(t, await openLetter(container, typed.key))
  input.value = ''
}

byId('letter-form').addEventListener('submit', async (event) => {
  event.preventDefault()
  try {
    await open()
  } catch (cause) {
    showProblems(ERRORS, problemOf(t, cause), [])
  }
})
byId('letter-print').addEventListener('click', () => print())
show(byId('letter-enter'))
