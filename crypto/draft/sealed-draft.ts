import { pad, unpad } from '../case/padding.ts'
import type { Random } from '../random.ts'
import { decrypt, derive, encrypt } from '../sodium/index.ts'
import { type Bytes, concat, equal, fromUtf8, utf8 } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { sizes } from '../wire/limits.ts'
import { buckets } from '../wire/padding-sizes.ts'
import { tag } from '../wire/tag.ts'

const version = 1

/** What stands before the ciphertext, and behind it: together the bytes that a file has beyond its padding. */
const headLength = sizes.nonce + sizes.hash
const overhead = headLength + sizes.tag

/**
 * A text that is not sent yet as a file (PROTOCOL 16): 4096 · 2^k + 72 bytes, of which none tells what it is. The key has
 * 16 bytes and is no case key. Throws `body.too_long` beyond 262,139 bytes of text.
 */
export function sealDraft(text: string, key: Bytes, random: Random): Bytes {
  const nonce = random(sizes.nonce)
  const padded = pad(concat(Uint8Array.of(version), utf8(text)))
  return concat(
    nonce,
    derive(key, 'draft-check', [nonce]),
    encrypt(derive(key, 'draft', []), nonce, tag('draft'), padded),
  )
}

/**
 * The text in such a file. Throws `draft.foreign` for a file that is none, `draft.wrong_key` if it was locked with another
 * key, `draft.altered` if it has changed since, and `draft.version` if a later version made it.
 */
export function openDraft(file: Bytes, key: Bytes): string {
  must(buckets.includes(file.length - overhead), 'draft.foreign')
  const [nonce, check, sealed] = [
    file.slice(0, sizes.nonce),
    file.slice(sizes.nonce, headLength),
    file.slice(headLength),
  ]
  must(equal(derive(key, 'draft-check', [nonce]), check), 'draft.wrong_key')
  const padded = decrypt(derive(key, 'draft', []), nonce, tag('draft'), sealed)
  must(padded !== null, 'draft.altered')
  const plain = unpad(padded)
  must(plain[0] === version, 'draft.version')
  return fromUtf8(plain.subarray(1))
}
