import { type Bytes, equal } from './bytes.ts'
import type { VerifiedEntry } from './entry.ts'
import { sha256 } from './hash.ts'
import { tag } from './tag.ts'

/** What the header says of a service share B (PROTOCOL 5.6). */
export const serviceShareHash = (share: Bytes): Promise<Bytes> => sha256(tag('service-share'), share)

/** What the header says of a mask R that the service adds to its share (PROTOCOL 5.6). */
export const shareMaskHash = (mask: Bytes): Promise<Bytes> => sha256(tag('share-mask'), mask)

/**
 * What the service has to be sent beside these entries: a fresh share, a mask for the share that it keeps, or neither.
 * Rules of batches allow at most one entry that wants either.
 */
export function shareWanted(entries: readonly VerifiedEntry[]): { kind: 'share' | 'mask'; hash: Bytes } | null {
  const wanting = entries.find(
    ({ header, seals }) => header.lane === 'identity' && seals && seals.mode !== 'more-readers',
  )
  if (!wanting) return null
  return { kind: wanting.seals?.mode === 'new-key' ? 'share' : 'mask', hash: wanting.header.shareHash }
}

/** Whether what came beside the entries is what their signed headers name. */
export async function shareMatches(
  entries: readonly VerifiedEntry[],
  sent: { serviceShare?: Bytes | undefined; shareMask?: Bytes | undefined },
): Promise<boolean> {
  const wanted = shareWanted(entries)
  if (wanted?.kind === 'share') {
    return (
      sent.shareMask === undefined &&
      sent.serviceShare !== undefined &&
      equal(await serviceShareHash(sent.serviceShare), wanted.hash)
    )
  }
  if (wanted?.kind === 'mask') {
    return (
      sent.serviceShare === undefined &&
      sent.shareMask !== undefined &&
      equal(await shareMaskHash(sent.shareMask), wanted.hash)
    )
  }
  return sent.serviceShare === undefined && sent.shareMask === undefined
}
