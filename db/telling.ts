import type { Telling } from '../src/service/ports.ts'
import type { Compiled, Query } from './database.ts'

type Parameters = Compiled['parameters']

/** A query with one column, `case_id`. */
export const oneCase = (caseId: number): Compiled => ({ sql: 'VALUES (?)', parameters: [caseId] })

/** As many places for values as there are, between commas. */
export const placesFor = (values: Parameters): string => values.map(() => '?').join(', ')

/**
 * Puts a mail into the outbox for everybody who hears of these cases, once for each person, address and time. Whoever is
 * excluded hears nothing unless the reporter has let them in since.
 */
export function tellOfCases(cases: Compiled, { readers, besides = [], place, today, slot }: Telling): Query {
  const among = readers === 'all' ? '' : `WHERE member_id IN (${placesFor(readers)})`
  const rows = besides.map(() => '(?)').join(', ')
  const others = rows === '' ? '' : `UNION SELECT case_id, column1 FROM due, (VALUES ${rows})`
  const sql = `
WITH due (case_id) AS (${cases.sql}),
told (case_id, member_id) AS (
  SELECT case_id, member_id FROM due JOIN readers USING (case_id) ${among}
  ${others}
),
heard (case_id, member_id) AS (
  SELECT case_id, member_id FROM told
  UNION SELECT case_id, cover FROM told JOIN absences USING (member_id) WHERE ? BETWEEN first_day AND last_day
)
${lettersTo(place)} IN (
  SELECT member_id FROM heard
  WHERE NOT EXISTS (SELECT 1 FROM excluded WHERE excluded.case_id = heard.case_id AND excluded.member_id = heard.member_id)
  OR EXISTS (SELECT 1 FROM readers WHERE readers.case_id = heard.case_id AND readers.member_id = heard.member_id)
)
${onceEach}`
  const parameters = [...cases.parameters, ...(readers === 'all' ? [] : readers), ...besides, today, slot, slot]
  return { compile: () => ({ sql, parameters }) }
}

/** Puts a mail into the outbox for each of these people. */
export const tellPeople = (people: Parameters, slot: number): Query => ({
  compile: () => ({
    sql: `${lettersTo(1)} IN (${placesFor(people)}) ${onceEach}`,
    parameters: [slot, slot, ...people],
  }),
})

/** Begins an INSERT whose next word says which members; takes the time of leaving twice. */
const lettersTo = (place: Telling['place']): string => `
INSERT INTO outbox (member_id, place, slot, attempts, next_try, state)
SELECT member_id, ${place === 1 ? 'min' : 'max'}(place), ?, 0, ?, 'waiting' FROM mail_addresses
WHERE member_id`

/** Ends it. */
export const onceEach = 'GROUP BY member_id ON CONFLICT DO NOTHING'
