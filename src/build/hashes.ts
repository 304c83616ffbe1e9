import { createHash } from 'node:crypto'

/** SHA-256 in lowercase hex: the form of the manifest, and, cut short, of file names. */
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The value of an `integrity` attribute. SHA-256, as everywhere here: a longer one would only cost bytes on a slow line. */
export const integrityOf = (bytes: Uint8Array | string): string =>
  `sha256-${createHash('sha256').update(bytes).digest('base64')}`
