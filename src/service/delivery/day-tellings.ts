import type { Bytes } from '../../../crypto/wire/bytes.ts'
import { equal } from '../../../crypto/wire/bytes.ts'
import { inStanding, type Member } from '../../../crypto/wire/member.ts'
import { dayOf, isWorkingDay } from '../../domain/days.ts'
import { delivery } from '../../domain/delivery.ts'
import { headquarters } from '../../domain/headquarters.ts'
import type { EscalationLine } from '../../domain/pack/policy-lines.ts'
import type { CurrentOffice } from '../current-office.ts'
import type { DayTelling, MarkRow } from '../ports.ts'

interface NewDay {
  readonly office: CurrentOffice
  readonly escalations: readonly EscalationLine[]
  readonly marks: readonly MarkRow[]
  /** The last day that was told of. */
  readonly through: number
  /** When mail leaves, and when urgent mail does. */
  readonly slot: number
  readonly urgentSlot: number
}

/** Who hears because a day has come: reminders, silence of the office, and keys that nobody has used for long. */
export function dayTellings({ office, escalations, marks, through, slot, urgentSlot }: NewDay): DayTelling[] {
  const people = inStanding(office.directory.members)
  const { today } = office
  return [
    { of: 'remind', readers: 'all', place: 1, today, slot },
    ...escalations.map((line): DayTelling => escalation(line, people, { today, slot, urgentSlot })),
    { of: 'people', people: idle(people, marks, through, today), slot },
    ...(isWorkingDay(dayOf(today), headquarters) ? [{ of: 'daily', slot } as const] : []),
  ]
}

const withRole = (people: readonly Member[], wanted: string): Bytes[] =>
  people.filter(({ role }) => role === wanted).map(({ id }) => id)

/**
 * The parties of a line are, of the case's readers, everybody (`officer`) or the chiefs; the substitutes, who are to step
 * in, need not read it. What goes to second addresses is urgent.
 */
function escalation(
  { tells, after_days, address }: EscalationLine,
  people: readonly Member[],
  { today, slot, urgentSlot }: Pick<NewDay, 'slot' | 'urgentSlot'> & { readonly today: number },
): DayTelling {
  return {
    of: 'waits',
    after: after_days,
    readers: tells.includes('officer') ? 'all' : withRole(people, tells.includes('chief') ? 'chief' : ''),
    besides: tells.includes('substitute') ? withRole(people, 'substitute') : [],
    place: address === 'second' ? 2 : 1,
    today,
    slot: address === 'second' ? urgentSlot : slot,
  }
}

/** Who has not signed in for so many days, or for twice as many, and so on: each of these days once. */
function idle(people: readonly Member[], marks: readonly MarkRow[], through: number, today: number): Bytes[] {
  const months = (day: number, since: number): number => Math.max(0, Math.floor((day - since) / delivery.keyCheckDays))
  return people
    .filter(({ signingKey }) => {
      const since = marks.find(({ signer }) => equal(signer, signingKey))?.day
      return since !== undefined && months(today, since) > months(through, since)
    })
    .map(({ id }) => id)
}
