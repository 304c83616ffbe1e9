import type { Bytes, LetterRow } from '../src/service/ports.ts'
import type { Compiled, Query } from './database.ts'
import { onceEach, placesFor } from './telling.ts'

/** That a mail is as it was when its claim was read: nobody else has taken it since. */
export const held = ({ memberId, place, slot }: LetterRow, attempts: number): Compiled => ({
  sql: "member_id = ? AND place = ? AND slot = ? AND attempts = ? AND state = 'waiting'",
  parameters: [memberId, place, slot, attempts],
})

/** Addresses at which nothing lies undelivered. */
const reachable = `NOT EXISTS (
  SELECT 1 FROM outbox WHERE outbox.member_id = own.member_id AND outbox.place = own.place AND state <> 'waiting')`

const second = `SELECT 1 FROM mail_addresses AS own WHERE member_id = ? AND place = 2 AND ${reachable}`

/**
 * What leaves instead of a mail that is given up: one to the person's second address; without one that works, to the
 * chiefs. Runs before the mail is marked.
 */
export function insteadOf(letter: LetterRow, chiefs: readonly Bytes[], slot: number): Query[] {
  const mine = held(letter, letter.attempts + 1)
  const letters = (whose: Compiled): Query => ({
    compile: () => ({
      sql: `
INSERT INTO outbox (member_id, place, slot, attempts, next_try, state)
SELECT member_id, min(place), ?, 0, ?, 'waiting' FROM mail_addresses AS own
WHERE ${whose.sql} AND ${reachable} AND EXISTS (SELECT 1 FROM outbox WHERE ${mine.sql}) ${onceEach}`,
      parameters: [slot, slot, ...whose.parameters, ...mine.parameters],
    }),
  })
  const { memberId, place } = letter
  return [
    letters({ sql: 'member_id = ? AND place = 2 AND ? = 1', parameters: [memberId, place] }),
    letters({
      sql: `member_id IN (${placesFor(chiefs)}) AND member_id <> ? AND (? = 2 OR NOT EXISTS (${second}))`,
      parameters: [...chiefs, memberId, place, memberId],
    }),
  ]
}
