import type { Bytes } from '../../../crypto/wire/bytes.ts'
import type { Random, Store } from '../ports.ts'

/** So many are announced at once, with one wait for the disk instead of one for each part. */
const together = 16

/**
 * Gives random names for blobs that are about to be written. Each was written down as loose before, on the day on which it
 * is given: what nothing comes of, names never used among it, is swept as anything loose is.
 */
export const blobNames = ({ files }: Pick<Store, 'files'>, random: Random): ((today: number) => Promise<Bytes>) => {
  let ready: { readonly day: number; readonly names: Bytes[] } = { day: -1, names: [] }

  return async (today) => {
    const known = ready.day === today ? ready.names.pop() : undefined
    if (known !== undefined) return known
    const [first = random(16), ...names] = Array.from({ length: together }, () => random(16))
    await files.announce([first, ...names], today)
    ready = { day: today, names }
    return first
  }
}
