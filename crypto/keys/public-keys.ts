import { type Bytes, concat } from '../wire/bytes.ts'
import { decode, encode, fixed, struct } from '../wire/codec.ts'
import { acceptablePoint } from '../wire/ed25519.ts'
import { must } from '../wire/errors.ts'
import { sha256 } from '../wire/hash.ts'
import { sizes } from '../wire/limits.ts'
import { acceptableSealingKey } from '../wire/sealing-key.ts'
import { tag } from '../wire/tag.ts'
import type { Pairs } from './pairs.ts'

/** The public halves of somebody's pairs, which may be handed over any channel. */
export interface PublicKeys {
  /** 32 bytes. */
  readonly signing: Bytes
  /** 1216 bytes. */
  readonly sealing: Bytes
}

const codec = struct<PublicKeys>({ signing: fixed(sizes.key), sealing: fixed(sizes.sealingKey) })

export const publicKeysOf = ({ signing, sealing }: Pairs): PublicKeys => ({
  signing: signing.publicKey,
  sealing: sealing.publicKey,
})

/** The keys as 1248 bytes, which a person hands to the office as a line of text (PROTOCOL 15.3). */
export const encodePublicKeys = (keys: PublicKeys): Bytes => encode(codec, keys)

/** Throws `entry.bad_key` for anything but two keys that can be used. */
export function decodePublicKeys(bytes: Bytes): PublicKeys {
  const keys = decode(codec, bytes, 'entry.bad_key')
  must(acceptablePoint(keys.signing) && acceptableSealingKey(keys.sealing), 'entry.bad_key')
  return keys
}

/** What two people compare aloud before a key is let in; the first 88 bits are shown as 8 words (PROTOCOL 15.3). */
export const keyCodeHash = (keys: PublicKeys): Promise<Bytes> => sha256(concat(tag('key-code'), encodePublicKeys(keys)))
