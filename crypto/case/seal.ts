import { decapsulate, decrypt, derive, encapsulate, encrypt, type SealingPair, zeroNonce } from '../sodium/index.ts'
import { type Bytes, equal } from '../wire/bytes.ts'
import type { Seal } from '../wire/seals-block.ts'
import { tag } from '../wire/tag.ts'
import { type Place, placeParts } from './place.ts'

/** Somebody to whom keys are sealed. */
export interface Reader {
  readonly id: Bytes
  readonly sealingKey: Bytes
}

const sealKey = (shared: Bytes, ciphertext: Bytes, place: Place, reader: Bytes): Bytes =>
  derive(shared, 'seal', [ciphertext, ...placeParts(place), reader])

/** Seals 32 bytes to a reader (PROTOCOL 5.4). The same bytes give the same seal, so that whoever knows them can check it. */
export function seal(secret: Bytes, place: Place, { id, sealingKey }: Reader): Seal {
  const randomness = derive(secret, 'seal-randomness', [...placeParts(place), id], 64)
  const { ciphertext, shared } = encapsulate(sealingKey, randomness)
  const sealed = encrypt(sealKey(shared, ciphertext, place, id), zeroNonce, tag('seal'), secret)
  return { reader: id, kemCiphertext: ciphertext, sealed }
}

/** The 32 bytes of a seal, or `null` if it is for somebody or somewhere else, or was altered. */
export function openSeal(sealed: Seal, place: Place, sealing: SealingPair): Bytes | null {
  const { kemCiphertext, reader } = sealed
  const shared = decapsulate(kemCiphertext, sealing.secretKey)
  return decrypt(sealKey(shared, kemCiphertext, place, reader), zeroNonce, tag('seal'), sealed.sealed)
}

/** Whether a seal of known bytes is the one that this reader can open (PROTOCOL 10.4). */
export function isGoodSeal(sealed: Seal, secret: Bytes, place: Place, reader: Reader): boolean {
  const expected = seal(secret, place, reader)
  return equal(expected.kemCiphertext, sealed.kemCiphertext) && equal(expected.sealed, sealed.sealed)
}
