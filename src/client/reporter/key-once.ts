import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, one } from '../ui/dom.ts'
import type { Problem } from './errors.ts'
import type { Said } from './form.ts'
import { type ShownCaseKey, showNewKey } from './key-step.ts'
import type { OfficeKeeper } from './report-office.ts'
import type { Vault } from './vault.ts'

/** Makes and shows the key of a page once; where that failed, tries again at the next call. */
export const keyOnce = (
  t: ReporterTranslate,
  vault: Pick<Vault, 'newKey'>,
  keeper: OfficeKeeper,
): (() => Promise<ShownCaseKey>) => {
  let shown: Promise<ShownCaseKey> | undefined
  const newKey = async (): Promise<ShownCaseKey> => {
    const { office } = keeper.known() ?? (await keeper.refresh())
    const made = await showNewKey(t, vault, office)
    byId('send').removeAttribute('aria-disabled')
    return made
  }
  return () => {
    shown ??= newKey().catch((cause) => {
      shown = undefined
      throw cause
    })
    return shown
  }
}

/** What is still needed before anything is sealed: one sentence, and the words on paper unless somebody will not return. */
export const wanting = (t: ReporterTranslate, { report }: Said, { proof }: ShownCaseKey): readonly Problem[] => [
  ...(report.story === '' ? [{ words: [t('report.error.story')] }] : []),
  ...(one<HTMLInputElement>('#no-return').checked ? [] : proof.problems()),
]
