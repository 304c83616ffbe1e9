const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The hash of a case address: the cut and the reference are taken from it, never from a key. 32 bytes. */
export const addressHash = async (address: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', address))

/**
 * A short name for a case, such as `M2R 7T4`, to say aloud among colleagues. It identifies nothing: six signs without
 * the letters I, L, O and U, from the last bytes of the hash (the cut takes the first).
 */
export const referenceOf = (hash: Uint8Array): string => {
  const text = [...hash.slice(-6)].map((byte) => signs[byte % signs.length]).join('')
  return `${text.slice(0, 3)} ${text.slice(3)}`
}
