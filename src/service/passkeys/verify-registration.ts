import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { fromBase64url, toBase64url } from '../../../crypto/wire/base64url.ts'
import type { Bytes } from '../../../crypto/wire/bytes.ts'
import type { NewPasskey } from '../../contract/passkeys.ts'
import { demandChallenge } from '../challenges.ts'
import { type CredentialRow, Refusal } from '../ports.ts'
import type { World } from '../world.ts'
import { algorithms } from './creation-options.ts'
import { orRefuse } from './or-refuse.ts'

/** What is to be kept of a new passkey, and the challenge that it answered. */
export interface NewRegistration {
  readonly credential: CredentialRow
  readonly challenge: Bytes
}

type About = Pick<CredentialRow, 'memberId' | 'label' | 'created' | 'state'>

/**
 * Checks a new passkey: our challenge for this member, our origin and domain, the person verified. Refused with
 * `challenge.invalid` or `passkey.unfit`.
 */
export async function verifyRegistration(world: World, passkey: NewPasskey, about: About): Promise<NewRegistration> {
  let challenge: Bytes = new Uint8Array(0)
  const expectedChallenge = async (text: string): Promise<boolean> => {
    challenge = fromBase64url(text)
    await demandChallenge(world, `registration/${toBase64url(about.memberId)}`, challenge)
    return true
  }
  const { registrationInfo } = await orRefuse('passkey.unfit', () =>
    verifyRegistrationResponse({
      response: passkey.response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge,
      expectedOrigin: world.origin,
      expectedRPID: world.domain,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!registrationInfo) throw new Refusal('passkey.unfit')
  const { id, publicKey, counter } = registrationInfo.credential
  const credential = {
    ...about,
    id: fromBase64url(id),
    publicKey: new Uint8Array(publicKey),
    signCount: counter,
    wrappedSecret: fromBase64url(passkey.wrappedSecret),
  }
  return { credential, challenge }
}
