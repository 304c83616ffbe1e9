import { addDays, type Day, isDay, rollOn } from '../days.ts'
import type { Progress, Setting } from './step.ts'

/** A check-in of the follow-up. One that nobody answered was `not-reached`: silence is never "no change". */
export interface CheckIn {
  readonly id: string
  readonly due: Day
  readonly closes: Day
  readonly status: 'upcoming' | 'open' | 'answered' | 'not-reached'
  /** What the reporter said: better, same, worse, or nothing about it. */
  readonly answer: string | null
}

export const checkInAnswers = ['better', 'same', 'worse', 'unsaid'] as const

/** The check-ins since the follow-up began: those of the pack, and those planned for a day known in advance. */
export function checkIns({ rules }: Setting, { history }: Progress, today: Day): readonly CheckIn[] {
  const began = history.findLast(({ moved }) => moved !== null && rules.states.get(moved.to)?.follows_up === true)
  const planned = new Map<string, Day>()
  for (const { id, after_days } of rules.pack['check-ins']) {
    if (began && after_days !== null) planned.set(id, addDays(began.day, after_days))
  }
  for (const { transition, facts } of history) {
    const on = facts.on ?? ''
    if (transition.effect === 'plan-check-in' && isDay(on)) planned.set(facts.check_in ?? '', on)
  }
  const since = began ? history.slice(history.indexOf(began)) : history
  const answers = new Map(
    since.flatMap((done) => (done.transition.about?.kind === 'answer-check-in' ? Object.entries(done.about) : [])),
  )
  return rules.pack['check-ins'].flatMap(({ id, open_days }) => {
    const due = planned.get(id)
    if (due === undefined) return []
    const closes = rollOn(addDays(due, open_days), rules.calendar)
    const answer = answers.get(id) ?? null
    return [{ id, due, closes, status: statusOf(answer, due, closes, today), answer }]
  })
}

function statusOf(answer: string | null, due: Day, closes: Day, today: Day): CheckIn['status'] {
  if (answer !== null) return 'answered'
  if (today < due) return 'upcoming'
  return today > closes ? 'not-reached' : 'open'
}

/** Whether the follow-up has run its plan: every check-in was answered or its time has passed. */
export function isPlanOver(setting: Setting, progress: Progress, today: Day): boolean {
  return checkIns(setting, progress, today).every(({ status }) => status === 'answered' || status === 'not-reached')
}
