import type { VNode } from 'preact'
import { inLanguage, verdictLabel } from '../../../domain/pack/words.ts'
import { checkIns } from '../../../domain/procedure/check-ins.ts'
import { isOverdue, itemsOf } from '../../../domain/procedure/items.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { useWords } from '../words.ts'

interface FollowUpProps {
  readonly setting: Setting
  readonly progress: Progress
  readonly today: string
}

/** Beside the main track: the interim measures, what was promised, and the check-ins. Each only where there is some. */
export const FollowUp = (props: FollowUpProps): VNode => (
  <>
    <Measures {...props} />
    <Promises {...props} />
    <CheckIns {...props} />
  </>
)

const Measures = ({ setting: { rules }, progress }: FollowUpProps): VNode | null => {
  const t = useWords()
  const { state, since } = progress.at.measures
  const line = rules.states.get(state)
  if (!line || line.kind === 'first') return null
  return (
    <section>
      <h2>{t('follow.measures')}</h2>
      <p>{t('file.since', { state: inLanguage(rules.pack, line.label, t.language.tag), day: since })}</p>
    </section>
  )
}

const Promises = ({ setting: { rules }, progress, today }: FollowUpProps): VNode | null => {
  const t = useWords()
  const items = [...itemsOf(progress.history).values()]
  if (items.length === 0) return null
  return (
    <section>
      <h2>{t('step.items')}</h2>
      <ul>
        {items.map((item) => {
          const said = item.answered ?? item.reported
          return (
            <li key={item.id}>
              <span dir="auto">{item.id}</span>{' '}
              <span class={isOverdue(item, today) ? 'madder' : 'quiet'}>
                {t('follow.due', { day: item.due })} {said && verdictLabel(rules.pack, said, t.language.tag)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const CheckIns = ({ setting, progress, today }: FollowUpProps): VNode | null => {
  const t = useWords()
  const { pack } = setting.rules
  const planned = checkIns(setting, progress, today)
  if (planned.length === 0) return null
  return (
    <section>
      <h2>{t('follow.check-ins')}</h2>
      <ul>
        {planned.map(({ id, due, closes, status, answer }) => {
          const line = pack['check-ins'].find((checkIn) => checkIn.id === id)
          return (
            <li key={id}>
              {line && inLanguage(pack, line.label, t.language.tag)}{' '}
              <span class="quiet">
                {t(`follow.${status}`, { due, closes })} {answer && verdictLabel(pack, answer, t.language.tag)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
