import type { VNode } from 'preact'
import { type Day, daysBetween } from '../../../domain/days.ts'
import { inLanguage } from '../../../domain/pack/words.ts'
import { expectedSchedule } from '../../../domain/procedure/schedule.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { type Timing, timings } from '../../../domain/procedure/timing.ts'
import { clockLine, clockState } from '../../ui/draw/clock.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { useWords } from '../words.ts'
import { partyWords } from './party-words.ts'

interface LimitsProps {
  readonly setting: Setting
  readonly progress: Progress
  readonly today: Day
}

/** Every clock of a request that is not over, those of the office first, each by its last day. */
export const Limits = ({ setting, progress, today }: LimitsProps): VNode => {
  const t = useWords()
  const open = openClocks(setting, progress, today)
  const bites = expectedSchedule(setting, progress).release !== null
  return (
    <section>
      <h2>{t('file.clocks')}</h2>
      {open.length === 0 && <p class="quiet">{t('file.clocks.none')}</p>}
      {open.map((timing) => (
        <Limit key={`${timing.run.clock.id} ${timing.run.opened}`} {...{ setting, timing, today, bites }} />
      ))}
    </section>
  )
}

const order: Readonly<Partial<Record<Timing['status'], number>>> = { over: 0, running: 0, paused: 1, waiting: 2 }

/** The clocks that somebody still has to heed: the office's own first, then by the day on which they end. */
export const openClocks = (setting: Setting, progress: Progress, today: Day): readonly Timing[] =>
  timings(setting, progress, today)
    .filter(({ status }) => order[status] !== undefined)
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))

const rank = ({ run: { clock }, status, last }: Timing): string =>
  `${Number(clock.binds !== 'office')}${order[status]}${last ?? ''}${clock.id}`

interface LimitProps {
  readonly setting: Setting
  readonly timing: Timing
  readonly today: Day
  /** Whether silence past a hard limit opens this case to the substitute. */
  readonly bites: boolean
}

const Limit = ({ setting, timing, today, bites }: LimitProps): VNode => {
  const t = useWords()
  const { run, status, start, last } = timing
  const { pack } = setting.rules
  const { binds, label } = run.clock
  const name = inLanguage(pack, label, t.language.tag)
  const what = binds === 'office' ? name : t('limit.of', { who: partyWords(t, pack, binds), what: name })
  const hard = run.clock.hard && bites && <small class="quiet">{t('limit.hard')}</small>
  if (last === null || status === 'waiting') {
    return (
      <div class="clock">
        <b>{status === 'waiting' ? t('limit.waiting', { what, day: start }) : t('limit.paused', { what })}</b>
        {hard}
      </div>
    )
  }
  const days = daysBetween(start, last)
  const gone = Math.max(0, daysBetween(start, today))
  const left = days - gone
  return (
    <div class={clockState({ days, gone }) === 'late' ? 'clock late' : 'clock'}>
      <b>{left >= 0 ? t('file.clock.left', { what, days: left }) : t('file.clock.late', { what, days: -left })}</b>
      <Draw of={clockLine({ days, gone })} />
      <span>{t.day(start, 'short')}</span>
      <span>{t.day(last, 'short')}</span>
      {hard}
    </div>
  )
}
