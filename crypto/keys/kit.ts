import type { Random } from '../random.ts'
import { derive, type SigningPair, sign, signingPair } from '../sodium/index.ts'
import type { Bytes } from '../wire/bytes.ts'
import { kitSignInBytes } from '../wire/requests.ts'
import { indexesOf, type ListName, wordsAt } from '../words/lists.ts'
import { type KeyProblem, readKey } from '../words/read-key.ts'

/** A new recovery kit: 32 random bytes, kept on paper as 24 words (PROTOCOL 2). */
export const generateKit = (random: Random): Bytes => random(32)

export const kitWords = (kit: Bytes, list: ListName): string[] => wordsAt(indexesOf(kit), list)

export type ParsedKit =
  | { readonly ok: true; readonly kit: Bytes }
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

/** Reads a recovery kit however its words were typed. */
export function parseKit(text: string): ParsedKit {
  const read = readKey(text, 24)
  return read.ok ? { ok: true, kit: read.entropy } : read
}

/** The pair with which a kit signs in. */
export const kitPair = (kit: Bytes): SigningPair => signingPair(derive(kit, 'kit-sign', []))

/** Signs a sign-in challenge by kit (PROTOCOL 3.4); also the test that a kit works. */
export function kitSignIn(kit: Bytes, origin: string, challenge: Bytes): { publicKey: Bytes; signature: Bytes } {
  const { publicKey, secretKey } = kitPair(kit)
  return { publicKey, signature: sign(kitSignInBytes(origin, challenge, publicKey), secretKey) }
}
