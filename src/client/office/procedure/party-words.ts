import type { Pack } from '../../../domain/pack/pack.ts'
import { inLanguage } from '../../../domain/pack/words.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'

/** A party by its name in the rules, which call the reporter "you"; here that is somebody else. */
export const partyWords = (t: OfficeTranslate, pack: Pack, id: string): string => {
  const line = pack.parties.find((party) => party.id === id)
  return id === 'reporter' || !line ? t('file.reporter') : inLanguage(pack, line.label, t.language.tag)
}
