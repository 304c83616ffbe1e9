import type { DayTelling } from '../src/service/ports.ts'
import type { Compiled, Query } from './database.ts'
import { tellDaily, tellOfCases, tellPeople } from './telling.ts'

/** Tells what the days after `through` until today have brought, unless somebody else has told of them meanwhile. */
export function dayQueries(through: number, today: number, tellings: readonly DayTelling[]): Query[] {
  const casesBy = (day: string, parameters: Compiled['parameters'] = []): Compiled => ({
    sql: `SELECT id FROM (SELECT id, ${day} AS day FROM cases)
          WHERE day > ? AND day <= ? AND ? = (SELECT through FROM schedule)`,
    parameters: [...parameters, through, today, through],
  })
  return tellings.map((telling) => {
    if (telling.of === 'people') return tellPeople(telling.people, telling.slot)
    if (telling.of === 'daily') return tellDaily(telling.slot)
    if (telling.of === 'remind') return tellOfCases(casesBy('remind'), telling)
    // Nobody waits where the day is 0, and NULL is after no day.
    return tellOfCases(casesBy('nullif(waits, 0) + ?', [telling.after]), telling)
  })
}
