import { fromBase64url, toBase64url } from '../../../crypto/wire/base64url.ts'
import { equal } from '../../../crypto/wire/bytes.ts'
import type { Absence, Delivery, MailAddresses, OwnAbsences } from '../../contract/delivery.ts'
import { dayNumber, dayOf } from '../../domain/days.ts'
import { type AbsenceRow, type AddressRow, Refusal } from '../ports.ts'
import type { Officer } from '../session.ts'
import type { World } from '../world.ts'

/** Whether mail is sent, where somebody is written to, and who is away. */
export async function readDelivery({ mailer, store }: World, { member, office }: Officer): Promise<Delivery> {
  const [addresses, absences] = await Promise.all([
    store.delivery.addresses(member.id),
    store.delivery.absences(office.today),
  ])
  const at = (place: AddressRow['place']) => addresses.find((row) => row.place === place)
  return {
    from: mailer?.from ?? null,
    addresses: { first: at(1)?.address ?? null, second: at(2)?.address ?? null, daily: at(1)?.daily === 1 },
    absences: absences.map(shown),
  }
}

/** Sets one's addresses, both or the first or none. */
export function setMailAddresses({ store }: World, { member }: Officer, wanted: MailAddresses): Promise<void> {
  const { first, second, daily } = wanted
  const rows: AddressRow[] = []
  if (first !== null) rows.push({ place: 1, address: first, daily: daily ? 1 : 0 })
  if (second !== null) rows.push({ place: 2, address: second, daily: 0 })
  return store.delivery.setAddresses(member.id, rows)
}

/** Refused with `absence.overlap` if one is away twice at once, `absence.cover` if nobody else in standing covers. */
export async function setAbsences(world: World, { member, office }: Officer, own: OwnAbsences): Promise<void> {
  const rows = own.absences
    .map(({ first, last, cover }) => ({
      firstDay: dayNumber(first),
      lastDay: dayNumber(last),
      cover: fromBase64url(cover),
    }))
    .toSorted((a, b) => a.firstDay - b.firstDay)
  const overlaps = rows.some(({ firstDay }, index) => index > 0 && firstDay <= (rows[index - 1]?.lastDay ?? 0))
  if (overlaps) throw new Refusal('absence.overlap')
  const covers = office.directory.members.filter(({ id, standing }) => standing && !equal(id, member.id))
  if (!rows.every(({ cover }) => covers.some(({ id }) => equal(id, cover)))) throw new Refusal('absence.cover')
  await world.store.delivery.setAbsences(member.id, rows)
}

const shown = ({ memberId, firstDay, lastDay, cover }: AbsenceRow): Absence => ({
  memberId: toBase64url(memberId),
  first: dayOf(firstDay),
  last: dayOf(lastDay),
  cover: toBase64url(cover),
})
