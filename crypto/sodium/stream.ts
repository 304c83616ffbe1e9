import sodium, { type StateAddress } from 'libsodium-wrappers'
import type { Bytes } from '../wire/bytes.ts'

/** Where a stream stands; it changes with every chunk. */
type StreamState = StateAddress

/** What libsodium marks a chunk with: one of many, or the last. */
const message = 0
const final = 3

const header = new Uint8Array(24)

/**
 * A stream at its beginning, for sealing and for opening alike: libsodium's own beginning for sealing differs from the one
 * for opening in nothing but its random header. The key, 32 bytes, seals exactly one stream, so the header is zero (PROTOCOL 14.3).
 */
export const beginStream = (key: Bytes): StreamState =>
  sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key)

/** The next chunk of a stream sealed, 17 bytes longer. */
export const pushChunk = (state: StreamState, chunk: Bytes, last: boolean): Bytes =>
  sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, last ? final : message) as Bytes

/** The next chunk opened; `null` if it is not the one that follows, or is not marked as `last` says. */
export function pullChunk(state: StreamState, sealed: Bytes, last: boolean): Bytes | null {
  const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, null)
  return pulled && pulled.tag === (last ? final : message) ? (pulled.message as Bytes) : null
}
