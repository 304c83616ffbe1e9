import sodium from 'libsodium-wrappers'
import { type Bytes, concat } from '../wire/bytes.ts'
import { encode, v32 } from '../wire/codec.ts'
import { type Purpose, tag } from '../wire/tag.ts'

const part = v32(0xffff)

/** `derive(secret, label, parts…; n)` of PROTOCOL 1: keyed BLAKE2b, the secret of 16 to 64 bytes as its key. */
export const derive = (secret: Bytes, label: Purpose, parts: readonly Bytes[], length: 32 | 64 = 32): Bytes =>
  sodium.crypto_generichash(length, concat(tag(label), ...parts.map((bytes) => encode(part, bytes))), secret) as Bytes
