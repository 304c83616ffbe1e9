import type { VNode } from 'preact'
import { choiceWords } from '../../../domain/pack/words.ts'
import { withEffect } from '../../../domain/procedure/history.ts'
import { currentRisk, degreesOf, isRiskDue, ownView } from '../../../domain/procedure/risk.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { riskBars } from '../../ui/draw/risk.ts'
import { useWords } from '../words.ts'

interface RiskProps {
  readonly setting: Setting
  readonly progress: Progress
}

type Facts = Readonly<Record<string, string>>

/** The risk of retaliation as it was last weighed, how the person sees it, and whether the rules ask for it again. */
export const Risk = ({ setting, progress }: RiskProps): VNode => {
  const t = useWords()
  const { rules } = setting
  const level = currentRisk(rules, progress.history)
  const last = withEffect(progress.history, 'assess-risk').at(-1)
  const own = ownView(progress.history)
  const words = (fact: string): string => choiceWords(rules.pack, fact, own?.facts[fact] ?? '', t.language.tag)
  return (
    <section>
      <h2>{t('risk.title')}</h2>
      {level === null || !last ? (
        <p>{t('risk.none')}</p>
      ) : (
        <p class="risk">
          <Draw of={riskBars(level)} />
          <b>{t(`risk.level.${level}`)}</b>
          <span class="quiet">{t('risk.since', { day: last.day })}</span>
        </p>
      )}
      {own && (
        <p>{t('risk.own', { day: own.day, likelihood: words('likelihood'), seriousness: words('seriousness') })}</p>
      )}
      {(last || own) && (
        <details>
          <summary>{t('risk.how')}</summary>
          <Matrix setting={setting} facts={last?.facts ?? {}} own={own?.facts ?? {}} />
        </details>
      )}
      {isRiskDue(rules, progress.history) && <p class="ochre">{t('risk.due')}</p>}
    </section>
  )
}

const isAt = (facts: Facts, likelihood: string, seriousness: string): boolean =>
  facts.likelihood === likelihood && facts.seriousness === seriousness

interface MatrixProps {
  readonly setting: Setting
  /** What the office chose, and what the person did. */
  readonly facts: Facts
  readonly own: Facts
}

/** The matrix of the rules: a row for each likelihood, a column for each seriousness; both choices are marked in it. */
const Matrix = ({ setting, facts, own }: MatrixProps): VNode => {
  const t = useWords()
  const { pack } = setting.rules
  const rows = pack['risk-rows']
  const degrees = degreesOf(pack)
  const say = (fact: string, choice: string): string => choiceWords(pack, fact, choice, t.language.tag)
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
                const level = t(`risk.cell.${levels[degree] ?? 'low'}`)
                return (
                  <td key={degree} aria-current={isAt(facts, id, degree) ? 'true' : undefined}>
                    {isAt(own, id, degree) ? t('risk.cell.own', { level }) : level}
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
