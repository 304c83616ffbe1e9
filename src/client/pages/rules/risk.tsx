import type { VNode } from 'preact'
import { choiceLabel } from '../../../domain/pack/words.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Basis } from './basis.tsx'
import { Lines } from './line.tsx'
import { Part } from './part.tsx'

/** How the risk of retaliation is weighed: what is looked at, and the matrix. */
export const Risk = ({ context }: { context: PageContext }): VNode => {
  const { t, rules, language } = context
  const rows = rules.pack['risk-rows']
  return (
    <Part context={context} name="risk">
      <ul class="ruled">
        {rows.map((row) => (
          <li key={row.id} id={anchorOf('risk-rows', row.id)}>
            <b>{inTongue(row.label, language)}</b>
            <p class="facts">
              {Object.entries(row.levels)
                .map(([harm, level]) =>
                  t('rules.risk.cell', { harm: harmWords(context, harm), level: t(`rules.level.${level}`) }),
                )
                .join(' · ')}
            </p>
            <Basis context={context} line={row} />
          </li>
        ))}
      </ul>
      <h3>{t('rules.risk.factors')}</h3>
      <Lines context={context} kind="risk-factors" of={rules.pack['risk-factors']} />
    </Part>
  )
}

/** How serious the harm would be, in the words of the pack; a degree without words stands as the pack calls it. */
const harmWords = ({ rules, language }: PageContext, harm: string): string => {
  const label = choiceLabel(rules.pack, 'seriousness', harm)
  return label ? inTongue(label, language) : harm
}
