import type { VNode } from 'preact'
import { choiceLabel, inLanguage } from '../../../domain/pack/words.ts'
import { withEffect } from '../../../domain/procedure/history.ts'
import { currentRisk, isRiskDue } from '../../../domain/procedure/risk.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { riskBars } from '../../ui/draw/risk.ts'
import { useWords } from '../words.ts'

interface RiskProps {
  readonly setting: Setting
  readonly progress: Progress
}

/** The risk of retaliation as it was last weighed, and whether the rules ask for it again. */
export const Risk = ({ setting, progress }: RiskProps): VNode => {
  const t = useWords()
  const { rules } = setting
  const level = currentRisk(rules, progress.history)
  const last = withEffect(progress.history, 'assess-risk').at(-1)
  return (
    <section>
      <h2>{t('risk.title')}</h2>
      {level === null || !last ? (
        <p>{t('risk.none')}</p>
      ) : (
        <>
          <p class="risk">
            <Draw of={riskBars(level)} />
            <b>{t(`risk.level.${level}`)}</b>
            <span class="quiet">{t('risk.since', { day: last.day })}</span>
          </p>
          <details>
            <summary>{t('risk.how')}</summary>
            <Matrix setting={setting} facts={last.facts} />
          </details>
        </>
      )}
      {isRiskDue(rules, progress.history) && <p class="ochre">{t('risk.due')}</p>}
    </section>
  )
}

/** The matrix of the rules: a row for each likelihood, a column for each seriousness; what was chosen is marked. */
const Matrix = ({ setting, facts }: { setting: Setting; facts: Readonly<Record<string, string>> }): VNode => {
  const t = useWords()
  const { pack } = setting.rules
  const rows = pack['risk-rows']
  const degrees = Object.keys(rows[0]?.levels ?? {})
  const say = (fact: string, choice: string): string => {
    const label = choiceLabel(pack, fact, choice)
    return label ? inLanguage(pack, label, t.language.tag) : choice
  }
  return (
    <div class="wide">
      <table class="matrix">
        <caption class="vh">{t('risk.how')}</caption>
        <thead>
          <tr>
            <td />
            {degrees.map((degree) => (
              <th key={degree} scope="col">
                {say('seriousness', degree)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, levels }) => (
            <tr key={id}>
              <th scope="row">{say('likelihood', id)}</th>
              {degrees.map((degree) => {
                const level = levels[degree] ?? 'low'
                const here = facts.likelihood === id && facts.seriousness === degree
                return (
                  <td key={degree} aria-current={here ? 'true' : undefined}>
                    {t(`risk.cell.${level}`)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
