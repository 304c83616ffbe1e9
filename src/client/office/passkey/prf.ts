/**
 * The one input at which every authenticator evaluates its PRF (PROTOCOL 3.1): the page must give the same one before it
 * knows who signs in. It is public; the secret is in the authenticator.
 *
 * @returns SHA-256 of the tag `prf`, 32 bytes
 */
export const prfInput = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const name = new TextEncoder().encode('goodfaith/v1/prf')
  const tagged = new Uint8Array([name.length >> 8, name.length & 0xff, ...name])
  return new Uint8Array(await crypto.subtle.digest('SHA-256', tagged))
}

interface PrfOutputs {
  readonly prf?: { readonly results?: { readonly first?: BufferSource } }
}

/** The PRF output (32 bytes) of a finished ceremony, or `null` where the authenticator gave none. */
export const prfOutput = (results: unknown): Uint8Array<ArrayBuffer> | null => {
  const first = (results as PrfOutputs).prf?.results?.first
  if (first === undefined) return null
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first)
  return bytes.length === 32 ? bytes : null
}
