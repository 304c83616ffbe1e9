import type { Day } from '../days.ts'
import { isConflicted } from './history.ts'
import { faultOf } from './judge.ts'
import type { Author, Progress, Setting } from './step.ts'
import { timing } from './timing.ts'

/** The steps by which somebody of the office, or the substitute, joins those who read a request. */
const ways = ['let-read', 'call-substitute'] as const

/**
 * Whether somebody may join those who read a request: `free` with the step that lets them in; `untold`; `unread` until the
 * requester signs that they read of it, `waiting` until a day; or `out`, for whoever is in conflict or excluded.
 */
export type Joining =
  | { readonly state: 'free'; readonly by: (typeof ways)[number] }
  | { readonly state: 'unread' | 'waiting'; readonly until: Day }
  | { readonly state: 'untold' | 'out' }

/** How it stands with a newcomer on a day, if this author were to let them in. */
export function joiningOf(setting: Setting, progress: Progress, author: Author, today: Day, person: string): Joining {
  const { history } = progress
  if (isConflicted(history, person)) return { state: 'out' }
  const now = { ...progress, day: today }
  const step = { author, day: today, sequence: -1, facts: { person }, joins: [person] }
  const by = ways.find((transition) => faultOf(setting, now, { ...step, transition }) === null)
  if (by) return { state: 'free', by }
  const told = history.some(({ transition, facts }) => transition.id === 'tell-of-newcomer' && facts.person === person)
  const window = told ? timing(setting, progress, 'newcomer-objection', today) : undefined
  if (!window?.last) return { state: 'untold' }
  return { state: window.status === 'waiting' ? 'unread' : 'waiting', until: window.last }
}
