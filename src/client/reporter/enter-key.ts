import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, one, show } from '../ui/dom.ts'
import { errorWords } from './error-words.ts'
import { clearProblems, showProblems } from './errors.ts'
import { keyProblems } from './key-problems.ts'
import { onceOn } from './once.ts'
import type { CaseReader, OpenedCase } from './opened-case.ts'
import type { CaseVault } from './vault.ts'

const ERRORS = 'enter-errors'

/** Takes the key as it is typed, names its errors, and opens the case that it belongs to. */
export const enterKey = (
  t: ReporterTranslate,
  vault: CaseVault,
  read: CaseReader,
  opened: (found: OpenedCase) => Promise<void>,
): void => {
  const input = one<HTMLTextAreaElement>('#key')
  const status = byId('enter-status')
  const open = async (): Promise<void> => {
    clearProblems(ERRORS)
    const typed = await vault.readKey(input.value)
    if (!typed.ok) {
      const problems = keyProblems(t, typed.problems)
      return showProblems(ERRORS, t('report.error.title', { count: problems.length }), problems)
    }
    status.textContent = t('case.enter.opening')
    const found = await read(typed.key, 'visiting')
    if (found === null) return showProblems(ERRORS, t('case.enter.none'), [])
    input.value = ''
    await opened(found)
    show(byId('enter'), false)
  }
  show(byId('enter'))
  onceOn(byId('enter-key'), 'submit', async () => {
    try {
      await open()
    } catch (cause) {
      showProblems(ERRORS, errorWords(t, cause), [])
    } finally {
      status.textContent = t('case.enter.stays')
    }
  })
}
