import { type Bytes, concat, equal } from './bytes.ts'
import { decode, encode, fixed, struct, u32 } from './codec.ts'
import { type Verify, verifySignature } from './ed25519.ts'
import type { VerifiedEntry } from './entry.ts'
import { must } from './errors.ts'
import { sha256 } from './hash.ts'
import { sizes } from './limits.ts'
import { tag } from './tag.ts'

/** What the inbox shows of a case, sealed; 644 bytes (PROTOCOL 7). */
export interface Summary {
  epoch: number
  /** Hash of the shared entry that it covers. */
  head: Bytes
  author: Bytes
  ciphertext: Bytes
  signature: Bytes
}

const summaryCodec = struct<Summary>({
  epoch: u32,
  head: fixed(sizes.hash),
  author: fixed(sizes.key),
  ciphertext: fixed(sizes.nonce + sizes.summaryPlain + sizes.tag),
  signature: fixed(sizes.signature),
})

export const encodeSummary = (summary: Summary): Bytes => encode(summaryCodec, summary)

/** Throws `summary.malformed`. */
export const decodeSummary = (bytes: Uint8Array): Summary => decode(summaryCodec, bytes, 'summary.malformed')

/** What its author signs. */
export const summaryBytes = async (
  address: Bytes,
  summary: Pick<Summary, 'epoch' | 'head' | 'ciphertext'>,
): Promise<Bytes> =>
  concat(tag('summary'), address, encode(u32, summary.epoch), summary.head, await sha256(summary.ciphertext))

/**
 * Checks a summary that came with an append: signed by the author of the shared entry that it covers, over that entry
 * and its epoch. Throws `summary.malformed`, `summary.wrong_head`, `summary.wrong_author` or `summary.bad_signature`.
 */
export async function checkSummary(
  bytes: Bytes,
  covered: VerifiedEntry,
  verify: Verify = verifySignature,
): Promise<Summary> {
  const summary = decodeSummary(bytes)
  must(equal(summary.head, covered.hash) && summary.epoch === covered.header.epoch, 'summary.wrong_head')
  must(equal(summary.author, covered.header.author), 'summary.wrong_author')
  const signed = await summaryBytes(covered.header.case, summary)
  must(await verify(summary.author, signed, summary.signature), 'summary.bad_signature')
  return summary
}
