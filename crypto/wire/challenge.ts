import { type Bytes, concat } from './bytes.ts'
import { encode, u32 } from './codec.ts'
import { must } from './errors.ts'
import { hmacHolds, hmacUnder } from './hash.ts'
import { sizes } from './limits.ts'
import { tag } from './tag.ts'

/** How long a challenge holds, in minutes. */
export const challengeLife = 5

/** A challenge that the service need not remember (PROTOCOL 8.1), 52 bytes. `random` is 16 bytes, `now` minutes since 1970. */
export async function makeChallenge(secret: Bytes, now: number, random: Bytes): Promise<Bytes> {
  const expiry = encode(u32, now + challengeLife)
  const mac = await hmacUnder(secret)
  return concat(expiry, random, await mac(tag('challenge'), expiry, random))
}

/** Throws `challenge.malformed` for a challenge that this secret did not make, `challenge.expired` for one that is too old. */
export async function checkChallenge(secret: Bytes, challenge: Bytes, now: number): Promise<void> {
  must(challenge.length === sizes.challenge, 'challenge.malformed')
  const [said, code] = [challenge.subarray(0, 20), challenge.slice(20)]
  must(await hmacHolds(secret, code, tag('challenge'), said), 'challenge.malformed')
  const expiry = new DataView(challenge.buffer, challenge.byteOffset).getUint32(0)
  must(now < expiry && expiry <= now + challengeLife, 'challenge.expired')
}
