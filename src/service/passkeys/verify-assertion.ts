import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { fromBase64url } from '../../../crypto/wire/base64url.ts'
import type { Bytes } from '../../../crypto/wire/bytes.ts'
import type { AuthenticationResponse } from '../../contract/passkeys.ts'
import { demandChallenge, useUp } from '../challenges.ts'
import { type CredentialRow, Refusal } from '../ports.ts'
import type { World } from '../world.ts'
import { orRefuse } from './or-refuse.ts'

/** A passkey that has just proven itself, its counter now, and the challenge that it answered. */
export interface Assertion {
  readonly credential: CredentialRow
  readonly signCount: number
  readonly challenge: Bytes
}

/**
 * Checks a sign-in. An unknown passkey and a wrong signature are refused alike, with `passkey.refused`. So is one whose
 * counter went back: it may have been copied, and is marked so that it does not sign in again.
 */
export async function verifyAssertion(world: World, response: AuthenticationResponse): Promise<Assertion> {
  const credential = await world.store.people.credential(fromBase64url(response.id))
  if (!credential || credential.state === 'suspect') throw new Refusal('passkey.refused')
  let challenge: Bytes = new Uint8Array(0)
  const { verified, authenticationInfo } = await orRefuse('passkey.refused', () =>
    verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: async (text) => {
        challenge = fromBase64url(text)
        await demandChallenge(world, 'passkey', challenge)
        return true
      },
      expectedOrigin: world.origin,
      expectedRPID: world.domain,
      requireUserVerification: true,
      // The counter is compared below, once the signature has been checked: only the passkey itself can raise suspicion.
      credential: { id: response.id, publicKey: credential.publicKey, counter: 0 },
    }),
  )
  if (!verified) throw new Refusal('passkey.refused')
  const signCount = authenticationInfo.newCounter
  const counts = signCount > 0 || credential.signCount > 0
  if (counts && signCount <= credential.signCount) {
    // The same answer sent twice is a retry or a recording, and no sign of a copy.
    await useUp(world, challenge)
    await world.store.people.suspectCredential(credential.id)
    throw new Refusal('passkey.refused')
  }
  return { credential, signCount, challenge }
}
