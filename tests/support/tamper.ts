import type { Keys } from '../../crypto/keys/keys.ts'
import { sign } from '../../crypto/sodium/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { entryCore } from '../../crypto/wire/entry.ts'
import { decodeHeader, type EntryHeader, encodeHeader } from '../../crypto/wire/header.ts'
import type { SignedEntry } from '../../src/contract/entries.ts'

/** Base64url text with one bit of its bytes turned. */
export function flipped(text: string, at = 0): string {
  const bytes = fromBase64url(text)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return toBase64url(bytes)
}

/** An entry that says something else and is well signed all the same, as a dishonest author would send it. */
export async function resigned(
  entry: SignedEntry,
  keys: Keys,
  changes: Partial<EntryHeader>,
  parts: Partial<Pick<SignedEntry, 'ciphertext' | 'seals'>> = {},
): Promise<SignedEntry> {
  const header = encodeHeader({ ...decodeHeader(fromBase64url(entry.header)), ...changes })
  const { ciphertext, seals } = { ...entry, ...parts }
  const core = await entryCore(header, fromBase64url(ciphertext), fromBase64url(seals))
  return { header: toBase64url(header), ciphertext, seals, signature: toBase64url(sign(core, keys.signing.secretKey)) }
}
