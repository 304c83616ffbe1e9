import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { visitBytes } from '../../crypto/wire/requests.ts'
import type { VisitMark, VisitRequest } from '../contract/cases.ts'
import { limits } from '../contract/limits.ts'
import { demandChallenge } from './challenges.ts'
import { Refusal } from './ports.ts'
import type { World } from './world.ts'

/**
 * Leaves the mark of a visit and gives the one before it (PROTOCOL 18). A key without a case, or without a mark so far, gets
 * random bytes: the answer has one shape.
 */
export async function markVisit(world: World, request: VisitRequest): Promise<VisitMark> {
  const [key, challenge] = [fromBase64url(request.key), fromBase64url(request.challenge)]
  const cell = fromBase64url(request.cell)
  await demandChallenge(world, 'read', challenge)
  const signed = await visitBytes(world.origin, challenge, key, cell)
  if (!(await verifySignature(key, signed, fromBase64url(request.signature)))) throw new Refusal('case.read_refused')
  const former = await world.store.visits.visit(key, cell)
  return { cell: toBase64url(former ?? world.random(limits.visit)) }
}
