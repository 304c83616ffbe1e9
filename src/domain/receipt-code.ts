/** Bytes of an entry's hash that stand on the slip: enough to compare by eye, and to find the entry again. */
const CODE_BYTES = 6

/** The short form of an entry's hash: 12 hexadecimal digits in groups of four, none of which can be misread for another. */
export const receiptCode = (hash: Uint8Array): string =>
  Array.from(hash.subarray(0, CODE_BYTES), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1 ')
