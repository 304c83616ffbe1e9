import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { kitSignInBytes } from '../../crypto/wire/requests.ts'
import type { SignedIn } from '../contract/office.ts'
import type { AuthenticationResponse, NewKit } from '../contract/passkeys.ts'
import { demandChallenge, newChallenge, usedChallenge } from './challenges.ts'
import { verifyAssertion } from './passkeys/verify-assertion.ts'
import { Refusal, type SignInBy } from './ports.ts'
import { newSession, type Officer, sessionHash } from './session.ts'
import { minutesNow, type World } from './world.ts'

/** What the page needs to unlock, and the value of the new cookie. */
export interface NewSignIn {
  readonly answer: SignedIn
  readonly cookie: string
}

interface Proven {
  readonly memberId: Bytes
  readonly wrappedSecret: Bytes
  readonly challenge: Bytes
  readonly by: SignInBy
}

/** Signs in by passkey alone: the passkey says who it is. */
export async function signInByPasskey(
  world: World,
  response: AuthenticationResponse,
  cookie: string | null,
): Promise<NewSignIn> {
  const { credential, signCount, challenge } = await verifyAssertion(world, response)
  if (credential.state === 'waiting') throw new Refusal('credential.waiting')
  const { id, memberId, wrappedSecret } = credential
  return begin(world, { memberId, wrappedSecret, challenge, by: { passkey: id, signCount } }, cookie)
}

export type KitProof = Pick<NewKit, 'publicKey' | 'challenge' | 'signature'>

/** Signs in by recovery kit (PROTOCOL 3.4). An unknown kit and a wrong signature are refused alike. */
export async function signInByKit(world: World, proof: KitProof, cookie: string | null): Promise<NewSignIn> {
  const challenge = await demandKitProof(world, proof)
  const kit = await world.store.people.kit(fromBase64url(proof.publicKey))
  if (!kit) throw new Refusal('kit.refused')
  return begin(world, { ...kit, challenge, by: { kit: kit.publicKey } }, cookie)
}

/** A challenge for a kit to sign. */
export const kitChallenge = async (world: World) => ({ challenge: toBase64url(await newChallenge(world, 'kit')) })

/** Ends the session everywhere: the cookie's value is worth nothing from now on. */
export const signOut = (world: World, { session }: Officer): Promise<void> => world.store.sessions.end(session.hash)

/** Checks that a kit was at hand just now; gives the challenge that it signed. */
export async function demandKitProof(world: World, proof: KitProof): Promise<Bytes> {
  const challenge = fromBase64url(proof.challenge)
  const publicKey = fromBase64url(proof.publicKey)
  await demandChallenge(world, 'kit', challenge)
  const signed = kitSignInBytes(world.origin, challenge, publicKey)
  if (!(await verifySignature(publicKey, signed, fromBase64url(proof.signature)))) throw new Refusal('kit.refused')
  return challenge
}

/** A new session at each sign-in; the one that the browser had ends. */
export async function begin(world: World, proven: Proven, cookie: string | null): Promise<NewSignIn> {
  const office = await world.office()
  const member = office?.directory.members.find(({ id, standing }) => standing && equal(id, proven.memberId))
  if (!office || !member) throw new Refusal('member.not_admitted')
  const session = await newSession(world, member.id)
  await world.store.sessions.begin(
    {
      challenge: await usedChallenge(world, proven.challenge),
      session: session.row,
      replaced: await sessionHash(cookie),
      by: proven.by,
    },
    minutesNow(world),
  )
  return {
    answer: {
      memberId: toBase64url(member.id),
      wrappedSecret: toBase64url(proven.wrappedSecret),
      head: toBase64url(office.directory.head),
    },
    cookie: session.cookie,
  }
}
