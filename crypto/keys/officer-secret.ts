import type { Random } from '../random.ts'
import type { Bytes } from '../wire/bytes.ts'
import { type Pairs, pairsOf } from './pairs.ts'

/** What the officer secret gives whoever has unlocked it. */
export interface OfficerKeys extends Pairs {
  readonly who: 'member'
}

/** A new officer secret: 32 random bytes, kept only wrapped (PROTOCOL 2, 3). */
export const generateOfficerSecret = (random: Random): Bytes => random(32)

/** The officer's pairs. */
export const officerKeys = async (secret: Bytes): Promise<OfficerKeys> => ({
  who: 'member',
  ...(await pairsOf(secret, 'officer-sign', 'officer-seal')),
})
