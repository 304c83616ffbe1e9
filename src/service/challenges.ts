import type { Bytes } from '../../crypto/wire/bytes.ts'
import { checkChallenge, makeChallenge } from '../../crypto/wire/challenge.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { minutes } from '../contract/limits.ts'
import { Refusal } from './ports.ts'
import { minutesNow, type World } from './world.ts'

/** What a challenge is for. One that was made for one purpose is refused for every other. */
export type Purpose = 'read' | 'passkey' | 'kit' | `registration/${string}`

/** A fresh challenge, valid for five minutes. Nothing about it is kept (PROTOCOL 8.1). */
export async function newChallenge(world: World, purpose: Purpose): Promise<Bytes> {
  return makeChallenge(await world.secrets.challenge(purpose), minutesNow(world), world.random(16))
}

/** Refused with `challenge.invalid` if the service did not make it for this purpose, or too long ago. */
export async function demandChallenge(world: World, purpose: Purpose, challenge: Bytes): Promise<void> {
  try {
    await checkChallenge(await world.secrets.challenge(purpose), challenge, minutesNow(world))
  } catch {
    throw new Refusal('challenge.invalid')
  }
}

/** How a used challenge is remembered, until it would have expired anyway. */
export async function usedChallenge(world: World, challenge: Bytes): Promise<{ hash: Bytes; expires: number }> {
  return { hash: await sha256(challenge), expires: minutesNow(world) + minutes.challenge }
}

/** Uses up a challenge; refused with `challenge.invalid` the second time. */
export async function useUp(world: World, challenge: Bytes): Promise<void> {
  const { hash, expires } = await usedChallenge(world, challenge)
  await world.store.sessions.useChallenge(hash, expires)
}
