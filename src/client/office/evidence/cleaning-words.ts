import { cleaningOf } from '../../../domain/cleaning.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { traceWords } from '../../ui/trace-words.ts'

/** What the sender's page did with a file before it was sealed, in a sentence or two. */
export const cleaningWords = (t: OfficeTranslate, cleaned: string): string => {
  const cleaning = cleaningOf(cleaned)
  if (cleaning === null) return t('files.office.unlooked')
  const { outcome, removed, remains } = cleaning
  if (outcome === 'plain') return t('files.office.plain')
  if (outcome !== 'cleaned' && outcome !== 'voice') return t('files.office.unlooked')
  const list = (kinds: typeof removed): string => t.list(kinds.map((kind) => t(traceWords[kind])))
  const told = [
    ...(outcome === 'voice' ? [t('files.office.voice')] : []),
    ...(removed.length > 0 ? [t('files.office.removed', { list: list(removed) })] : []),
    ...(remains.length > 0 ? [t('files.office.remains', { list: list(remains) })] : []),
  ]
  return told.length > 0 ? told.join(' ') : t('files.office.clean')
}
