import type { VNode } from 'preact'
import { actDetails } from '../../../domain/procedure/act-details.ts'
import type { History } from '../../../domain/procedure/step.ts'
import { answerWords } from '../../ui/answer-words.ts'
import { accountOf } from '../file/told.ts'
import { Facts } from '../parts/facts.tsx'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

const fields = ['contact_may', 'contact_never', 'keep_from'] as const

/** What the person allowed to be told and to whom, and which witnesses may be asked. */
export const MayTell = ({ file, history }: { file: OpenedFile; history: History }): VNode => {
  const t = useWords()
  const account = accountOf(file)
  const answers = fields.flatMap((field) => {
    const value = account?.[field]
    return value ? [[t(`field.${field}`), answerWords(t, field, value)] as const] : []
  })
  const witnesses = [...actDetails(account?.acts, history).values()].flatMap(({ witness, witness_ask }, index) =>
    witness && witness_ask
      ? [[t('conflict.in-act', { label: witness, number: index + 1 }), t(`act.ask.${witness_ask}`)] as const]
      : [],
  )
  const rows = [...answers, ...witnesses]
  return (
    <section>
      <h2>{t('package.tell')}</h2>
      {rows.length === 0 && <p>{t('package.tell.none')}</p>}
      <Facts replies rows={rows} />
    </section>
  )
}
