import { headquarters } from '../../domain/headquarters.ts'
import { firstSchedule } from '../../domain/schedule.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import { showKey } from './key-sheet.ts'
import { hashOf, type Office } from './office.ts'
import { askProof, type Proof } from './proof.ts'
import type { CaseKey, Vault } from './vault.ts'

/** The key of a report that is being written, and the proof that it was written down. */
export interface ShownCaseKey {
  readonly key: CaseKey
  readonly proof: Proof
}

/** Makes the key of a report, draws both halves of the sheet and asks for three words back. */
export const showNewKey = async (
  t: ReporterTranslate,
  vault: Pick<Vault, 'newKey'>,
  office: Office,
): Promise<ShownCaseKey> => {
  const key = await vault.newKey(t.language.tag)
  const shown = { ...key, addressHash: await hashOf(key.address) }
  const day = firstSchedule(office.day, headquarters).remind
  showKey(t, shown, t('key.office.text', { day }))
  const bold = (words: (Node | string)[]): Node => h('b', {}, ...words)
  byId('key-return').replaceChildren(...t.rich<Node>('key.return.day', { b: bold }, { day }))
  return { key, proof: askProof(t, shown) }
}
