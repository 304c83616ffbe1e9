import { answerFields, requestFields } from '../../../domain/steps.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { actsInWords } from '../../ui/act-words.ts'
import { answerWords } from '../../ui/answer-words.ts'
import { entryWords, nameOf, procedureStep } from '../file/entry-words.ts'
import { accountOf } from '../file/told.ts'
import type { FileEntry } from '../vault/types.ts'
import type { RequestFile } from './request-file.ts'

/** A text of a case that a copy can be made of. */
export interface CaseText {
  readonly id: string
  readonly label: string
  readonly text: string
}

/** The acts that an entry added, in words. */
const addedActs = (t: OfficeTranslate, entry: FileEntry): string => {
  const { facts, about = {} } = procedureStep(entry) ?? {}
  return facts?.acts === undefined ? '' : actsInWords(t, facts.acts, Object.keys(about))
}

/** Every text of a case: the request with its answers, and the words of each entry after it. */
export const textsOf = (t: OfficeTranslate, { file, book }: RequestFile): readonly CaseText[] => {
  const account = accountOf(file)
  const answers = [...answerFields, ...requestFields].flatMap((field) => {
    const value = account?.[field]
    return value === undefined
      ? []
      : [`${t('act.labelled', { label: t(`field.${field}`) })} ${answerWords(t, field, value)}`]
  })
  const request = account === null ? [] : [[account.title, account.story, ...answers].filter(Boolean).join('\n\n')]
  const later = file.entries.flatMap((entry) => {
    const text = [entryWords(t, entry), addedActs(t, entry)].filter(Boolean).join('\n\n')
    const { sequence: number, day, author } = entry
    const label = t('redact.entry', { number: number + 1, who: nameOf(t, author, book), day })
    return text === '' ? [] : [{ id: entry.hash, label, text }]
  })
  return [...request.map((text) => ({ id: 'account', label: t('redact.account'), text })), ...later]
}
