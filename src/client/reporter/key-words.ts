import type { ReporterTranslate } from '../i18n/translate.ts'
import type { CaseEntry } from './vault.ts'

/** What an entry did to the further keys of the case, in one sentence; null if nothing. */
export const keyWords = (t: ReporterTranslate, { kind, author, key, step }: CaseEntry): string | null => {
  const who = author !== null && author !== 'service' ? author.label : ''
  switch (kind) {
    case 'represent':
      return t('case.event.represented', { name: (step?.type === 'represented' && step.name) || '?' })
    case 'readmit':
      return t(key?.letIn ? 'case.event.readmitted' : 'case.event.readmitting', { who })
    case 'end-key':
      return t('case.event.key-ended')
    default:
      return null
  }
}
