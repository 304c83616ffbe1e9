import { Fragment, type VNode } from 'preact'
import { parseActs } from '../../../domain/acts.ts'
import { answerWords } from '../../ui/answer-words.ts'
import { accountOf } from '../file/told.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

const fields = ['contact_may', 'contact_never', 'keep_from'] as const

/** What the person allowed to be told and to whom, and which witnesses may be asked. */
export const MayTell = ({ file }: { file: OpenedFile }): VNode => {
  const t = useWords()
  const account = accountOf(file)
  const answers = fields.flatMap((field) => {
    const value = account?.[field]
    return value ? [{ label: t(`field.${field}`), value: answerWords(t, field, value) }] : []
  })
  const witnesses = (parseActs(account?.acts ?? '') ?? []).flatMap(({ witness, witness_ask }, index) =>
    witness && witness_ask
      ? [
          {
            label: t('conflict.in-act', { label: witness, number: index + 1 }),
            value: t(`act.ask.${witness_ask}`),
          },
        ]
      : [],
  )
  const rows = [...answers, ...witnesses]
  return (
    <section>
      <h2>{t('package.tell')}</h2>
      {rows.length === 0 && <p>{t('package.tell.none')}</p>}
      <dl class="facts replies">
        {rows.map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd class="lines" dir="auto">
              {value}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
