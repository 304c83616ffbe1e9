import { fieldsOf, type Step } from '../../../domain/steps.ts'
import type { Desk } from '../desk/desk.ts'
import { PageProblem } from '../problem.ts'
import type { CaseAct } from '../vault/vault.ts'
import type { Build } from './append.ts'
import { scheduleAfter } from './schedule.ts'
import { after, calendarOf } from './told.ts'

type Shared = Exclude<CaseAct, { act: 'note' }>

/** What an officer says in the shared lane; the reporter reads it. It brings a new summary and moves the schedule. */
const shared = (desk: Desk, step: Step, make: (part: Pick<Shared, 'body' | 'summary'>) => CaseAct): Build => (file, day) => {
  const next = after(file, { day, author: desk.me.value?.id ?? null, step }, calendarOf(desk.book.value))
  if (next === null) throw new PageProblem('case.cannot_seal')
  const act = make({ body: fieldsOf(step), summary: next.summary })
  return 'members' in act || act.act === 'note' ? act : { ...act, schedule: scheduleAfter(next.story, day) }
}

/** A message, an acknowledgement or a new state. */
export const telling = (desk: Desk, step: Step): Build => shared(desk, step, (part) => ({ act: 'tell', ...part }))

/** A note that only the office's readers of the case can open. */
export const noting = (text: string): Build => () => ({ act: 'note', body: fieldsOf({ type: 'note', text }) })

/** Others who shall read the case from now on, its whole history included. */
export const granting = (desk: Desk, members: readonly string[], text: string): Build =>
  shared(desk, { type: 'granted', text }, (part) => ({ act: 'grant', members, ...part }))

/** Somebody who shall read nothing that comes after. */
export const removing = (desk: Desk, member: string, text: string): Build =>
  shared(desk, { type: 'removed', text }, (part) => ({ act: 'remove', members: [member], ...part }))

/** The identity opened, with a reason that the reporter reads. */
export const openingIdentity = (desk: Desk, reason: string): Build =>
  shared(desk, { type: 'identity-opened', reason }, (part) => ({ act: 'open-identity', ...part }))

/** The case closed; it takes effect when a second officer says the same. */
export const closing = (desk: Desk, text: string): Build =>
  shared(desk, { type: 'closed', text }, (part) => ({ act: 'close', ...part }))
