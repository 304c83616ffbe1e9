import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, concat } from '../../crypto/wire/bytes.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { encodePage, encodeStreamed } from '../../crypto/wire/page.ts'
import { readRequestBytes } from '../../crypto/wire/requests.ts'
import type { ReadRequest } from '../contract/cases.ts'
import { limits } from '../contract/limits.ts'
import { demandChallenge, newChallenge } from './challenges.ts'
import { type EntryRow, Refusal } from './ports.ts'
import type { World } from './world.ts'

/** A challenge for a reporter to sign. Nothing is kept of it. */
export const readChallenge = async (world: World) => ({ challenge: toBase64url(await newChallenge(world, 'read')) })

/**
 * One page of the case of a reporter, or of a further key, always 65,536 bytes (PROTOCOL 8.3). For a key without a case it is filler: one question
 * to the database and an answer of one shape, whether there is a case, an answer in it, or nothing at all.
 */
export async function readCase(world: World, request: ReadRequest): Promise<Bytes> {
  const [key, challenge] = [fromBase64url(request.key), fromBase64url(request.challenge)]
  await demandChallenge(world, 'read', challenge)
  const signed = readRequestBytes(world.origin, challenge, key, request.page)
  if (!(await verifySignature(key, signed, fromBase64url(request.signature)))) throw new Refusal('case.read_refused')
  const rows = await world.store.cases.reporterEntries(key)
  const stream = rows.length > 0 ? concat(...rows.map(streamed)) : null
  return encodePage(stream, request.page, world.random(limits.page))
}

const streamed = ({ receipt, day, ...entry }: EntryRow): Bytes =>
  encodeStreamed({ ...entry, receipt: { day, signature: receipt } })
