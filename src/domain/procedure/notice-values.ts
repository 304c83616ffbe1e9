import { type Day, rollOn } from '../days.ts'
import type { ClockLine, NoticeLine } from '../pack/procedure-lines.ts'
import { byId } from '../pack/rules.ts'
import { inLanguage, verdictLabel } from '../pack/words.ts'
import { endOf } from '../spans.ts'
import { actsOf } from './acts.ts'
import { appeals } from './appeals-in-words.ts'
import { checkIns } from './check-ins.ts'
import { runsOf } from './clock-runs.ts'
import { itemsOf } from './items.ts'
import type { Addressed } from './notices.ts'
import type { Done, Progress, Setting } from './step.ts'
import { type Timing, timing, timings } from './timing.ts'

/** A step that owes a notice, and the case before and after it. */
export interface NoticeMoment {
  readonly setting: Setting
  readonly before: Progress
  readonly after: Progress
  readonly done: Done
  readonly notice: NoticeLine
  readonly to: Addressed
}

/** A value of a notice that follows from the case, or null where it does not. */
export function derived(name: string, moment: NoticeMoment): string | null {
  return Object.hasOwn(values, name) ? (values[name]?.(moment) ?? null) : null
}

const values: Readonly<Record<string, (moment: NoticeMoment) => string | null>> = {
  day: ({ after, done, to }) =>
    to.day(after.history.findLast(({ facts }) => facts.recommendation !== undefined)?.day ?? done.day),
  reply_by: (moment) => endOfClock('acknowledgement', moment),
  limit: (moment) => endOfClock('acknowledgement-limit', moment),
  clock: (moment) => {
    const clock = firstOpened(moment)?.run.clock
    return clock ? say(moment, clock.label) : null
  },
  last_day: (moment) => dayOrNull(lastDay(moment), moment),
  not_before: (moment) => dayOrNull(openedBy(moment).find(({ run }) => run.clock.kind === 'wait')?.last, moment),
  answer_by: (moment) => dayOrNull(nextCheckIn(moment), moment),
  roles: (moment) => {
    const { setting, to } = moment
    const parties = byId(setting.rules.pack.parties)
    const found = [...new Set(to.handlers)].map((role) => parties.get(role)).filter((party) => party !== undefined)
    return found.length > 0 ? to.list(found.map(({ label }) => say(moment, label))) : null
  },
  acts: (moment) => actsWith('found', moment),
  decisions,
  items: promised,
  appeals,
}

function say({ setting, to }: NoticeMoment, texts: ClockLine['label']): string {
  return inLanguage(setting.rules.pack, texts, to.language)
}

function dayOrNull(day: Day | null | undefined, { to }: NoticeMoment): string | null {
  return day ? to.day(day) : null
}

function endOfClock(id: string, moment: NoticeMoment): string | null {
  return dayOrNull(timing(moment.setting, moment.after, id, moment.done.day)?.last, moment)
}

function isOpen({ status }: Timing): boolean {
  return status === 'running' || status === 'waiting'
}

/** The clocks that the step opened, those of the office first. */
function openedBy({ setting, before, after, done }: NoticeMoment): readonly Timing[] {
  const fresh = timings(setting, after, done.day).filter((found) => {
    const { clock, opened } = found.run
    const more = runsOf(clock, after.history).length > runsOf(clock, before.history).length
    return more && opened === done.day && isOpen(found)
  })
  return [...fresh].sort((a, b) => Number(b.run.clock.binds === 'office') - Number(a.run.clock.binds === 'office'))
}

function firstOpened(moment: NoticeMoment): Timing | undefined {
  return openedBy(moment)[0]
}

/** The end of the clocks that the notice is about; without any, of what the step opened, or else of what ends next. */
function lastDay(moment: NoticeMoment): Day | null {
  const { setting, after, done, notice } = moment
  const { rules } = setting
  if (notice.clocks) {
    const runs = notice.clocks.flatMap((id) => timing(setting, after, id, done.day) ?? [])
    const known = runs.find(isOpen) ?? runs[0]
    const clock = rules.clocks.get(notice.clocks[0] ?? '')
    return known?.last ?? (clock ? rollOn(endOf(clock, done.day, rules.calendar), rules.calendar) : null)
  }
  const open = timings(setting, after, done.day).filter(isOpen)
  return firstOpened(moment)?.last ?? open.map(({ last }) => last ?? '').sort()[0] ?? null
}

function nextCheckIn({ setting, after, done }: NoticeMoment): Day | null {
  const ahead = checkIns(setting, after, done.day).filter(({ status }) => status === 'open' || status === 'upcoming')
  return ahead.map(({ closes }) => closes).sort()[0] ?? null
}

function actsWith(verdict: string, { after, done, to }: NoticeMoment): string | null {
  const judged = Object.entries(done.about).flatMap(([id, given]) => (given === verdict ? [id] : []))
  const standing = [...actsOf(after.history).values()].flatMap((act) => (act.verdict === verdict ? [act.id] : []))
  const ids = judged.length > 0 ? judged : standing
  return ids.length > 0 ? ids.map(to.act).join('; ') : null
}

function decisions({ setting, done, to }: NoticeMoment): string | null {
  if (done.transition.about?.kind !== 'judge-acts') return null
  const lines = Object.entries(done.about).map(([id, verdict]) =>
    to.labelled(to.act(id), verdictLabel(setting.rules.pack, verdict, to.language)),
  )
  return lines.length > 0 ? lines.join('; ') : null
}

function promised({ setting, after, to }: NoticeMoment): string | null {
  const items = [...itemsOf(after.history).values()].map(({ id, due, reported }) => {
    const item = `${id} (${to.day(due)})`
    return reported ? to.labelled(item, verdictLabel(setting.rules.pack, reported, to.language)) : item
  })
  return items.length > 0 ? `${items.join('; ')}.` : null
}
