import { sizes } from './limits.ts'

/** The lengths that a padded body can have, in bytes: 4 KiB to 256 KiB (PROTOCOL 6.6). */
export const buckets: readonly number[] = Array.from({ length: 7 }, (_, k) => 4096 * 2 ** k)

/** What a ciphertext has beyond its padded body: nonce and tag. */
export const sealingOverhead = sizes.nonce + sizes.tag
