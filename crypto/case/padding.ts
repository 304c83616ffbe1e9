import type { Bytes } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { limits } from '../wire/limits.ts'
import { buckets } from '../wire/padding-sizes.ts'

const prefix = 4

/** A body in the smallest of seven sizes that holds it, so that its length tells next to nothing (PROTOCOL 6.6). Throws `body.too_long`. */
export function pad(body: Bytes): Bytes {
  must(body.length <= limits.body, 'body.too_long')
  const padded = new Uint8Array(buckets.find((size) => size >= body.length + prefix) as number)
  new DataView(padded.buffer).setUint32(0, body.length)
  padded.set(body, prefix)
  return padded
}

/** The body within its padding. Throws `body.malformed` if the padding is not the one that `pad` makes. */
export function unpad(padded: Bytes): Bytes {
  must(padded.length > prefix, 'body.malformed')
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  must(prefix + length <= padded.length, 'body.malformed')
  const smallest = buckets.find((size) => size >= length + prefix)
  const zeros = padded.subarray(prefix + length).every((byte) => byte === 0)
  must(smallest === padded.length && zeros, 'body.malformed')
  return padded.slice(prefix, prefix + length) as Bytes
}
