import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { Line, Lines } from './line.tsx'
import { Part } from './part.tsx'
import { partiesWords, partyWords, spanWords } from './words.ts'

/** To whom a matter goes, who instead if they are involved themselves, and who everybody is. */
export const Routes = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="routes">
      <ul class="ruled">
        {rules.pack.routes.map((route) => (
          <Line key={route.id} context={context} kind="routes" line={route}>
            <p class="facts">
              {t('rules.routes.first', {
                first: partyWords(context, route.first),
                instead: partyWords(context, route.if_involved),
              })}{' '}
              {route.measures_by && t('rules.routes.measures', { by: partyWords(context, route.measures_by) })}
            </p>
          </Line>
        ))}
      </ul>
      <h3>{t('rules.routes.parties')}</h3>
      <Lines context={context} kind="parties" of={rules.pack.parties} />
    </Part>
  )
}

/** Whom the rules bind, and what is no breach. */
export const Subjects = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="subjects">
      <Lines context={context} kind="subjects" of={rules.pack.subjects} />
      <h3>{t('rules.subjects.exceptions')}</h3>
      <Lines context={context} kind="exceptions" of={rules.pack.exceptions} />
    </Part>
  )
}

/** Who is told when nothing inside the house is answered. */
export const Escalations = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="escalations">
      <ul class="ruled">
        {rules.pack.escalations.map((line) => (
          <Line key={line.id} context={context} kind="escalations" line={line}>
            <p class="facts">
              {t('rules.escalations.tells', {
                span: spanWords(context, { unit: 'days', length: line.after_days }),
                who: partiesWords(context, line.tells),
              })}{' '}
              {line.address === 'second' && t('rules.escalations.second')}
            </p>
          </Line>
        ))}
      </ul>
    </Part>
  )
}
