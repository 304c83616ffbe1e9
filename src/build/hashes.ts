import { createHash } from 'node:crypto'

/** SHA-256 in lowercase hex: the form of the manifest, and, cut short, of file names. */
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The value of an `integrity` attribute. SHA-384, as the browsers' own documents advise. */
export const integrityOf = (bytes: Uint8Array | string): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`
