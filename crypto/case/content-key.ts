import { decrypt, derive, encrypt, zeroNonce } from '../sodium/index.ts'
import { type Bytes, nothing } from '../wire/bytes.ts'
import { sha256 } from '../wire/hash.ts'
import { tag } from '../wire/tag.ts'
import { type Place, placeParts } from './place.ts'

/** What headers say of the content key K of an epoch (PROTOCOL 5.3). */
export const keyCommitment = (place: Place, key: Bytes): Promise<Bytes> =>
  sha256(tag('key-commitment'), ...placeParts(place), key)

const previousWrap = (place: Place, key: Bytes): Bytes => derive(key, 'previous-key', placeParts(place))

/** The content key of the epoch before, under the one of this place, 48 bytes (PROTOCOL 5.2). */
export const wrapPrevious = (place: Place, key: Bytes, previous: Bytes): Bytes =>
  encrypt(previousWrap(place, key), zeroNonce, nothing, previous)

/** The content key of the epoch before, or `null` if it was not wrapped under this one. */
export const unwrapPrevious = (place: Place, key: Bytes, wrapped: Bytes): Bytes | null =>
  decrypt(previousWrap(place, key), zeroNonce, nothing, wrapped)
