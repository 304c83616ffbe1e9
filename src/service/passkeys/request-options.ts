import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { newChallenge } from '../challenges.ts'
import type { World } from '../world.ts'

/** Options for signing in: they name no credential, so that they are the same for everybody. */
export async function requestOptions(world: World) {
  return generateAuthenticationOptions({
    rpID: world.domain,
    challenge: await newChallenge(world, 'passkey'),
    userVerification: 'required',
  })
}
