import { toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, includes } from '../../crypto/wire/bytes.ts'
import { Refusal } from './ports.ts'
import type { Officer } from './session.ts'
import { foldCase } from './stored-case.ts'
import type { World } from './world.ts'

/**
 * The service's share of an identity (PROTOCOL 5.6), for an officer who reads the case and whose signed, accepted entry
 * tells the reporter that they opened it, and why. Refused with `identity.not_opened` before that.
 */
export async function openIdentity(world: World, { member, office }: Officer, address: Bytes) {
  const known = await world.store.cases.find(address)
  if (!known) throw new Refusal('case.not_found')
  const state = await foldCase(await world.store.cases.chain(known.id), office.directory)
  if (!includes(state.officers, member.id)) throw new Refusal('case.not_found')
  if (!includes(state.identityOpenedBy, member.id)) throw new Refusal('identity.not_opened')
  return { serviceShare: toBase64url(await world.secrets.unwrap(address, known.serviceShare)) }
}
