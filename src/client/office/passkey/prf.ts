import type { Bytes } from '../net/base64.ts'

/** What every authenticator evaluates its PRF at, 32 bytes. Public: the secret is in the authenticator. */
export type PrfInput = Bytes

interface PrfOutputs {
  readonly prf?: { readonly results?: { readonly first?: BufferSource } }
}

/** The PRF output (32 bytes) of a finished ceremony, or `null` where the authenticator gave none. */
export const prfOutput = (results: unknown): Bytes | null => {
  const first = (results as PrfOutputs).prf?.results?.first
  if (first === undefined) return null
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first).slice()
  return bytes.length === 32 ? bytes : null
}
