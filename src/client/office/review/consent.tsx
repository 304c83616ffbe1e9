import type { VNode } from 'preact'
import { lastOf } from '../../../domain/procedure/history.ts'
import type { Done } from '../../../domain/procedure/step.ts'
import { procedureStep } from '../file/entry-words.ts'
import type { RequestFile } from '../letters/request-file.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

const answers = ['consent-to-referral', 'refuse-referral']
const necessities = ['record-necessity', 'record-danger-to-life']

/** What the person agreed to, with the limits that they set in their own words, or why it went without. */
export const Consent = ({ of: { file, progress } }: { of: RequestFile }): VNode => {
  const t = useWords()
  const answer = lastOf(progress.history, answers)
  const needed = lastOf(progress.history, necessities)
  const agreed = answer?.transition.id === answers[0]
  const words = answer && wordsOf(file, answer)
  return (
    <section>
      <h2>{t('package.consent')}</h2>
      {answer === undefined && <p>{t('package.consent.none')}</p>}
      {answer && <p>{t(agreed ? 'package.consent.given' : 'package.consent.refused', { day: answer.day })}</p>}
      {words && <p class="lines">{t('package.consent.limits', { text: words })}</p>}
      {needed && <p>{t('package.necessity', { day: needed.day, reasons: needed.facts.reasons ?? '' })}</p>}
      <p>{t('package.letters')}</p>
    </section>
  )
}

/** What was written with a step. */
const wordsOf = (file: OpenedFile, done: Done): string | undefined => {
  const entry = file.entries.find(({ lane, sequence }) => lane === 'shared' && sequence === done.sequence)
  return entry && procedureStep(entry)?.text
}
