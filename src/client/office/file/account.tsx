import type { VNode } from 'preact'
import { answerFields } from '../../../domain/steps.ts'
import { answerWords } from '../../ui/answer-words.ts'
import { Facts } from '../parts/facts.tsx'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { languageName } from './language-name.ts'
import { accountOf } from './told.ts'

/** What the reporter wrote first, as they wrote it, and what they answered to the questions. */
export const Account = ({ file }: { file: OpenedFile }): VNode | null => {
  const t = useWords()
  const account = accountOf(file)
  const first = file.entries[0]
  if (account === null || first === undefined) return null
  const answers = answerFields.flatMap((field) => {
    const value = account[field]
    return value === undefined ? [] : [[t(`field.${field}`), answerWords(t, field, value)] as const]
  })
  return (
    <>
      <p class="quiet">{t('file.sent', { day: first.day, language: languageName(t, account.language) })}</p>
      <section class="said lines" lang={account.language} dir="auto">
        {account.story}
      </section>
      {answers.length > 0 && (
        <section>
          <h2>{t('file.answers')}</h2>
          <Facts replies rows={answers} />
        </section>
      )}
    </>
  )
}
