import type { VNode } from 'preact'
import { languageOf } from '../../i18n/languages.ts'
import { answerFields } from '../../../domain/steps.ts'
import { useWords } from '../words.ts'
import type { OpenedFile } from '../vault/types.ts'
import { answerWords } from './answers.ts'
import { accountOf } from './told.ts'

/** What the reporter wrote first, as they wrote it, and what they answered to the questions. */
export const Account = ({ file }: { file: OpenedFile }): VNode | null => {
  const t = useWords()
  const account = accountOf(file)
  const first = file.entries[0]
  if (account === null || first === undefined) return null
  const answers = answerFields.flatMap((field) => {
    const value = account[field]
    return value === undefined ? [] : [{ field, value: answerWords(t, field, value) }]
  })
  return (
    <>
      <p class="quiet">{t('file.sent', { day: first.day, language: languageOf(account.language).name })}</p>
      <section class="said lines" lang={account.language} dir="auto">{account.story}</section>
      {answers.length > 0 && (
        <section>
          <h2>{t('file.answers')}</h2>
          <dl class="facts answers">
            {answers.map(({ field, value }) => (
              <>
                <dt key={field}>{t(`field.${field}`)}</dt>
                <dd key={`${field}-text`} class="lines" dir="auto">{value}</dd>
              </>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
