import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, show } from '../ui/dom.ts'
import type { Append } from './append.ts'
import { errorWords } from './error-words.ts'
import { clearProblems, showProblems } from './errors.ts'
import { showKey } from './key-sheet.ts'
import { hashOf } from './office.ts'
import { onceOn } from './once.ts'
import type { OpenedCase } from './opened-case.ts'
import { askProof, type Proof } from './proof.ts'
import type { CaseKey, CaseVault } from './vault.ts'

const ERRORS = 'replace-errors'

/** A new key for the open case: shown, proven, and only then put in the place of the old one. */
export const replaceKey = (
  t: ReporterTranslate,
  vault: CaseVault,
  append: Append,
  done: (found: OpenedCase) => Promise<void>,
): { readonly begin: (opened: OpenedCase) => void } => {
  let current: { readonly opened: OpenedCase; readonly key: CaseKey; readonly proof: Proof } | undefined
  const leave = (): void => {
    show(byId('replace'), false)
    show(byId('opened'))
  }
  const begin = async (opened: OpenedCase): Promise<void> => {
    const key = await vault.newKey(t.language.tag)
    const shown = { ...key, addressHash: await hashOf(opened.file.address) }
    showKey(t, shown, t('key.office.replaced'))
    current = { opened, key, proof: askProof(t, shown) }
    show(byId('opened'), false)
    show(byId('replace'))
    scrollTo(0, 0)
    byId('replace-title').focus()
  }
  const send = async (): Promise<void> => {
    if (current === undefined) return
    const { opened, key, proof } = current
    const problems = proof.problems()
    if (problems.length > 0) return showProblems(ERRORS, t('report.error.title', { count: problems.length }), problems)
    clearProblems(ERRORS)
    byId('replace-status').textContent = t('case.replace.sending')
    const found = await append(
      opened,
      { type: 'key-replaced' },
      {
        seal: (addition) => vault.sealNewKey(key.key, addition),
        key: key.key,
      },
    )
    leave()
    await done(found)
  }
  onceOn(byId('replace-send'), 'click', async () => {
    try {
      await send()
    } catch (cause) {
      showProblems(ERRORS, errorWords(t, cause), [])
    } finally {
      byId('replace-status').textContent = t('case.replace.not-yet')
    }
  })
  byId('replace-cancel').addEventListener('click', leave)
  return { begin: (opened) => void begin(opened) }
}
