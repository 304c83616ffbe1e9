import type { LetterRow, OutboxStore, Place } from '../src/service/ports.ts'
import type { Compiled, Database, Query } from './database.ts'
import { dayQueries } from './day-queries.ts'
import { held, insteadOf } from './giving-up.ts'

/** Mails that have not left, and through which day it was told what that day brought. */
export function outboxStore({ read, atomically }: Database): OutboxStore {
  const letters = read
    .selectFrom('outbox')
    .innerJoin('mail_addresses as own', (join) =>
      join.onRef('own.member_id', '=', 'outbox.member_id').onRef('own.place', '=', 'outbox.place'),
    )
    .select(['outbox.member_id as memberId', 'outbox.place', 'slot', 'next_try as nextTry', 'attempts', 'state'])
    .select('address')
    .orderBy('next_try')
    .orderBy('outbox.member_id')
    .orderBy('outbox.place')
    .$castTo<LetterRow>()
  const at = (memberId: LetterRow['memberId'], place: Place) =>
    read.deleteFrom('outbox').where('member_id', '=', memberId).where('place', '=', place)

  return {
    due: (now, limit) =>
      letters
        .where('state', '=', 'waiting')
        .where('next_try', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('outbox as newer')
                .select('newer.slot')
                .whereRef('newer.member_id', '=', 'outbox.member_id')
                .whereRef('newer.place', '=', 'outbox.place')
                .whereRef('newer.slot', '>', 'outbox.slot')
                .where('newer.state', '=', 'waiting')
                .where('newer.next_try', '<=', now),
            ),
          ),
        )
        .limit(limit)
        .execute(),

    claim: async (letter, until) => {
      const set = { sql: 'next_try = ?, attempts = attempts + 1', parameters: [until] }
      const [claimed] = await atomically([change(set, held(letter, letter.attempts))])
      return claimed === 1
    },
    sent: async ({ memberId, place, slot }) => {
      await atomically([at(memberId, place).where('slot', '<=', slot)])
    },
    later: async (letter, nextTry) => {
      await atomically([change({ sql: 'next_try = ?', parameters: [nextTry] }, held(letter, letter.attempts + 1))])
    },
    giveUp: async (letter, state, chiefs, slot) => {
      await atomically([
        ...insteadOf(letter, chiefs, slot),
        at(letter.memberId, letter.place).where('slot', '<', letter.slot),
        change({ sql: 'state = ?', parameters: [state] }, held(letter, letter.attempts + 1)),
      ])
    },

    undelivered: () =>
      letters.where(({ or, eb }) => or([eb('state', '<>', 'waiting'), eb('attempts', '>', 0)])).execute(),
    retry: async (memberId, place, nextTry) => {
      const [again = 0] = await atomically([
        read
          .updateTable('outbox')
          .set({ state: 'waiting', next_try: nextTry, attempts: 0 })
          .where('member_id', '=', memberId)
          .where('place', '=', place)
          .where(({ or, eb }) => or([eb('state', '<>', 'waiting'), eb('attempts', '>', 0)])),
      ])
      return again > 0
    },

    through: async () => (await read.selectFrom('schedule').select('through').executeTakeFirstOrThrow()).through,
    passDays: async (through, today, tellings) => {
      await atomically([
        ...dayQueries(through, today, tellings),
        read.deleteFrom('absences').where('last_day', '<', today),
        read.updateTable('schedule').set({ through: today }).where('through', '<', today),
      ])
    },
  }
}

const change = (set: Compiled, where: Compiled): Query => ({
  compile: () => ({
    sql: `UPDATE outbox SET ${set.sql} WHERE ${where.sql}`,
    parameters: [...set.parameters, ...where.parameters],
  }),
})
