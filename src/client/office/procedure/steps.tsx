import type { VNode } from 'preact'
import { inLanguage } from '../../../domain/pack/words.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useKeys } from '../use-keys.ts'
import { useWords } from '../words.ts'
import { allowedIn, type Groups, type Offered, offeredTo } from './offered.ts'
import { StepButton } from './step-button.tsx'

interface StepsProps {
  readonly setting: Setting
  readonly progress: Progress
  readonly today: string
  readonly onTake: (step: Offered) => void
}

/**
 * What this person can do next by the rules: second signatures first, then what moves the case, the rest folded. Each
 * allowed step has a number key; each forbidden one says why, and leads to the step that opens it.
 */
export const Steps = ({ setting, progress, today, onTake }: StepsProps): VNode => {
  const t = useWords()
  const me = useCell(useDesk().me)
  const groups = me === null ? { seconds: [], moves: [], others: [] } : offeredTo(setting, progress, me, today)
  const allowed = allowedIn(groups)
  useKeys(Object.fromEntries(allowed.slice(0, 9).map((step, index) => [String(index + 1), () => onTake(step)])))
  const draw = (step: Offered): VNode => (
    <StepButton
      key={`${step.transition} ${step.seconds}`}
      setting={setting}
      step={step}
      place={allowed.indexOf(step)}
      offered={allowed}
      onTake={onTake}
    />
  )
  const { state } = progress.at.main
  const place = setting.rules.states.get(state)
  return (
    <section>
      <h2>{t('file.next')}</h2>
      {place && <p>{inLanguage(setting.rules.pack, place.label, t.language.tag)}</p>}
      <Proposed setting={setting} progress={progress} groups={groups} />
      {groups.seconds.length > 0 && <div class="next">{groups.seconds.map(draw)}</div>}
      {groups.moves.length > 0 && <div class="next">{groups.moves.map(draw)}</div>}
      {allowed.length === 0 && groups.moves.length === 0 && <p class="quiet">{t('step.none')}</p>}
      {groups.others.length > 0 && (
        <details open={groups.moves.length === 0}>
          <summary>{t('step.others', { count: groups.others.length })}</summary>
          <div class="next">{groups.others.map(draw)}</div>
        </details>
      )}
    </section>
  )
}

/** What was signed once and waits, for whoever cannot give the second signature. */
const Proposed = ({
  setting,
  progress,
  groups,
}: Pick<StepsProps, 'setting' | 'progress'> & { groups: Groups }): VNode => {
  const t = useWords()
  const shown = new Set(groups.seconds.map(({ seconds }) => seconds))
  const waiting = progress.proposals.filter(({ sequence }) => !shown.has(sequence))
  return (
    <>
      {waiting.map(({ sequence, transition, day }) => {
        const line = setting.rules.transitions.get(transition)
        const what = line ? inLanguage(setting.rules.pack, line.label, t.language.tag) : transition
        return <p key={sequence}>{t('step.signed-once', { what, day })}</p>
      })}
    </>
  )
}
