import { fromBase64url, toBase64url } from '../../../crypto/wire/base64url.ts'
import type { Retry, Undelivered } from '../../contract/delivery.ts'
import { type LetterRow, Refusal } from '../ports.ts'
import { instantOf } from '../session.ts'
import { minutesNow, type World } from '../world.ts'

/** Mails that did not arrive, for the chiefs: of what they were about nothing is known. */
export async function listUndelivered({ store }: World): Promise<Undelivered> {
  return { letters: (await store.outbox.undelivered()).map(shown) }
}

/** Refused with `mail.not_found` if nothing lies undelivered at this address. */
export async function retryMail(world: World, { memberId, place }: Retry): Promise<void> {
  const known = await world.store.outbox.retry(fromBase64url(memberId), place === 'first' ? 1 : 2, minutesNow(world))
  if (!known) throw new Refusal('mail.not_found')
}

const shown = ({ memberId, place, slot, state }: LetterRow) => ({
  memberId: toBase64url(memberId),
  place: place === 1 ? ('first' as const) : ('second' as const),
  since: instantOf(slot),
  state: state === 'waiting' ? ('trying' as const) : state,
})
