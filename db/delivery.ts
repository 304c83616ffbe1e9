import type { AddressRow, DeliveryStore } from '../src/service/ports.ts'
import type { Database } from './database.ts'

/** Where members of the office are written to, and when they are away. */
export function deliveryStore({ read, atomically }: Database): DeliveryStore {
  return {
    addresses: (memberId) =>
      read
        .selectFrom('mail_addresses')
        .select(['place', 'address', 'daily'])
        .where('member_id', '=', memberId)
        .orderBy('place')
        .$castTo<AddressRow>()
        .execute(),

    setAddresses: async (memberId, addresses) => {
      const places = addresses.map(({ place }) => place)
      await atomically([
        read.deleteFrom('mail_addresses').where('member_id', '=', memberId),
        ...addresses.map((row) => read.insertInto('mail_addresses').values({ member_id: memberId, ...row })),
        read
          .deleteFrom('outbox')
          .where('member_id', '=', memberId)
          .where(({ or, eb }) => or([eb('state', '<>', 'waiting'), eb('place', 'not in', places)])),
      ])
    },

    absences: (today) =>
      read
        .selectFrom('absences')
        .select(['member_id as memberId', 'first_day as firstDay', 'last_day as lastDay', 'cover'])
        .where('last_day', '>=', today)
        .orderBy('first_day')
        .orderBy('member_id')
        .execute(),

    setAbsences: async (memberId, absences) => {
      await atomically([
        read.deleteFrom('absences').where('member_id', '=', memberId),
        ...absences.map(({ firstDay, lastDay, cover }) =>
          read.insertInto('absences').values({ member_id: memberId, first_day: firstDay, last_day: lastDay, cover }),
        ),
      ])
    },
  }
}
