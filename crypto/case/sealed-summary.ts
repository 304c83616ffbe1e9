import type { Keys } from '../keys/keys.ts'
import type { Random } from '../random.ts'
import { decrypt, derive, encrypt, sign } from '../sodium/index.ts'
import { type Bytes, concat, fromUtf8, utf8 } from '../wire/bytes.ts'
import { encode, u32 } from '../wire/codec.ts'
import { must } from '../wire/errors.ts'
import { sizes } from '../wire/limits.ts'
import { encodeSummary, type Summary, summaryBytes } from '../wire/summary.ts'
import { tag } from '../wire/tag.ts'

const prefix = 2

const summaryKey = (contentKey: Bytes): Bytes => derive(contentKey, 'summary', [])

const context = (address: Bytes, { epoch, head }: Pick<Summary, 'epoch' | 'head'>): Bytes =>
  concat(tag('summary'), address, encode(u32, epoch), head)

/** The sealed summary of a case, 644 bytes (PROTOCOL 7). `content` is a JSON value of at most 470 bytes; throws `summary.too_long`. */
export async function sealSummary(
  content: unknown,
  covered: { case: Bytes; epoch: number; head: Bytes },
  contentKey: Bytes,
  keys: Keys,
  random: Random,
): Promise<Bytes> {
  const json = utf8(JSON.stringify(content))
  must(json.length <= sizes.summaryPlain - prefix, 'summary.too_long')
  const plain = new Uint8Array(sizes.summaryPlain)
  new DataView(plain.buffer).setUint16(0, json.length)
  plain.set(json, prefix)
  const nonce = random(sizes.nonce)
  const ciphertext = concat(nonce, encrypt(summaryKey(contentKey), nonce, context(covered.case, covered), plain))
  const { epoch, head } = covered
  const signed = await summaryBytes(covered.case, { epoch, head, ciphertext })
  const { publicKey: author, secretKey } = keys.signing
  return encodeSummary({ epoch, head, author, ciphertext, signature: sign(signed, secretKey) })
}

/** The JSON value of a summary. Throws `body.bad_key` if it was sealed under another key or for another place, `summary.malformed` if it holds no JSON. */
export function openSummary(summary: Summary, address: Bytes, contentKey: Bytes): unknown {
  const nonce = summary.ciphertext.slice(0, sizes.nonce) as Bytes
  const sealed = summary.ciphertext.slice(sizes.nonce) as Bytes
  const plain = decrypt(summaryKey(contentKey), nonce, context(address, summary), sealed)
  must(plain !== null, 'body.bad_key')
  const length = new DataView(plain.buffer, plain.byteOffset).getUint16(0)
  try {
    return JSON.parse(fromUtf8(plain.subarray(prefix, prefix + length)))
  } catch {
    must(false, 'summary.malformed')
  }
}
