import { generateRegistrationOptions } from '@simplewebauthn/server'
import { toBase64url } from '../../../crypto/wire/base64url.ts'
import type { Bytes } from '../../../crypto/wire/bytes.ts'
import { newChallenge } from '../challenges.ts'
import type { World } from '../world.ts'

/** COSE names of EdDSA, ES256 and RS256: what authenticators offer. */
export const algorithms = [-8, -7, -257]

/**
 * Options for a new passkey of a member: discoverable, the person verified by the authenticator, no attestation. They
 * ask for no PRF; the page adds that and keeps its output. The challenge is bound to the member id, which is `user.id`.
 */
export async function creationOptions(world: World, memberId: Bytes, label: string, known: readonly Bytes[]) {
  return generateRegistrationOptions({
    rpName: 'Goodfaith',
    rpID: world.domain,
    userID: memberId,
    userName: label,
    userDisplayName: label,
    challenge: await newChallenge(world, `registration/${toBase64url(memberId)}`),
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id: toBase64url(id) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}
