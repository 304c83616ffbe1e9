import type { Telling } from '../src/service/ports.ts'
import type { Compiled, Query } from './database.ts'

type Parameters = Compiled['parameters']

/** A query with one column, `case_id`. */
export const oneCase = (caseId: number): Compiled => ({ sql: 'VALUES (?)', parameters: [caseId] })

/** As many places for values as there are, between commas. */
export const placesFor = (values: Parameters): string => values.map(() => '?').join(', ')

/** That somebody reads the case at hand, or may at least know of it: they are not excluded. */
const reads = (who: string) =>
  `EXISTS (SELECT 1 FROM readers WHERE readers.case_id = due.case_id AND readers.member_id = ${who})`
const mayKnow = (who: string) =>
  `(NOT EXISTS (SELECT 1 FROM excluded WHERE excluded.case_id = due.case_id AND excluded.member_id = ${who}) OR ${reads(who)})`

/**
 * Puts a mail into the outbox for everybody who hears of these cases, once for each person, address and time. Whoever is
 * excluded hears nothing unless the reporter has let them in since. Asks for each person whether there is one such case,
 * which is soon found, however many there are.
 */
export function tellOfCases(cases: Compiled, { readers, besides = [], place, today, slot }: Telling): Query {
  const chosen = readers === 'all' ? [] : readers
  const hears = (who: string): string => `(
    ${reads(who)} ${readers === 'all' ? '' : `AND ${who} IN chosen`}
    OR ${who} IN others AND ${mayKnow(who)})`
  const sql = `
WITH due (case_id) AS MATERIALIZED (${cases.sql}), chosen AS (${list(chosen)}), others AS (${list(besides)})
${lettersTo(place)} IN (
  SELECT own.member_id FROM mail_addresses AS own WHERE EXISTS (
    SELECT 1 FROM due WHERE ${hears('own.member_id')}
    OR ${mayKnow('own.member_id')} AND EXISTS (
      SELECT 1 FROM absences WHERE cover = own.member_id AND ? BETWEEN first_day AND last_day
      AND ${hears('absences.member_id')})))
${onceEach}`
  const parameters = [...cases.parameters, ...chosen, ...besides, slot, slot, today]
  return { compile: () => ({ sql, parameters }) }
}

/** A table of these values; it may be empty. */
const list = (values: Parameters): string =>
  values.length > 0 ? `VALUES ${values.map(() => '(?)').join(', ')}` : 'SELECT NULL WHERE 0'

/** Puts a mail into the outbox for each of these people. */
export const tellPeople = (people: Parameters, slot: number): Query => ({
  compile: () => ({
    sql: `${lettersTo(1)} IN (${placesFor(people)}) ${onceEach}`,
    parameters: [slot, slot, ...people],
  }),
})

/** Puts a mail into the outbox for everybody who wants one on every working day. */
export const tellDaily = (slot: number): Query => ({
  compile: () => ({ sql: `${letters(1)} daily = 1 AND place = 1 ${onceEach}`, parameters: [slot, slot] }),
})

/**
 * Begins an INSERT whose next word says which members; takes the time of leaving twice. Whoever is written to on every
 * working day hears of nothing else that is meant for a first address.
 */
const lettersTo = (place: Telling['place']): string =>
  `${letters(place)} ${place === 1 ? `member_id NOT IN (${writtenDaily}) AND` : ''} member_id`

const writtenDaily = 'SELECT member_id FROM mail_addresses WHERE daily = 1'

const letters = (place: Telling['place']): string => `
INSERT INTO outbox (member_id, place, slot, attempts, next_try, state)
SELECT member_id, ${place === 1 ? 'min' : 'max'}(place), ?, 0, ?, 'waiting' FROM mail_addresses WHERE`

/** Ends it. */
export const onceEach = 'GROUP BY member_id ON CONFLICT DO NOTHING'
