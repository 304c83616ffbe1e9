import { type Bytes, concat, nothing } from './bytes.ts'
import { day, decode, encode, fixed, struct, u8, u16, u32, versioned } from './codec.ts'
import type { SignedEntry } from './entry.ts'
import { must, WireError } from './errors.ts'
import { sizes } from './limits.ts'
import { Malformed, Reader } from './reader.ts'
import { signedEntryFields } from './signed-entry-fields.ts'

/** An entry as the service gives it out: what its author sent, and the receipt. */
export interface AcceptedEntry extends SignedEntry {
  receipt: { day: number; signature: Bytes }
}

const streamed = struct({
  ...signedEntryFields,
  receipt: struct({ day, signature: fixed(sizes.signature) }),
})

const pageHead = versioned(1, struct({ found: u8, pages: u16, used: u32 }))
const headLength = 8

/** Bytes of the stream in one page. */
export const pageCapacity = sizes.page - headLength

/** One entry in the stream of a case (PROTOCOL 8.3). The stream has the newest first. */
export const encodeStreamed = (entry: AcceptedEntry): Bytes => encode<AcceptedEntry>(streamed, entry)

/** The entries of a whole stream, newest first. Throws `page.malformed`. */
export function decodeStream(stream: Uint8Array): AcceptedEntry[] {
  const reader = new Reader(stream)
  const entries: AcceptedEntry[] = []
  try {
    while (!reader.done) entries.push(streamed.read(reader))
  } catch (error) {
    if (error instanceof Malformed) throw new WireError('page.malformed')
    throw error
  }
  return entries
}

export interface Page {
  found: boolean
  /** How many pages the stream has. */
  pages: number
  chunk: Bytes
}

/** One page of a stream, exactly 65,536 bytes. `filler` is that many random bytes, of which the tail is used. */
export function encodePage(stream: Uint8Array | null, page: number, filler: Uint8Array): Bytes {
  const chunk = stream?.subarray(page * pageCapacity, (page + 1) * pageCapacity) ?? nothing
  const pages = Math.max(1, Math.ceil((stream?.length ?? 0) / pageCapacity))
  const head = encode(pageHead, { found: stream ? 1 : 0, pages, used: chunk.length })
  return concat(head, chunk, filler.subarray(headLength + chunk.length, sizes.page))
}

/** Throws `page.malformed`. */
export function decodePage(bytes: Uint8Array): Page {
  must(bytes.length === sizes.page, 'page.malformed')
  const { found, pages, used } = decode(pageHead, bytes.subarray(0, headLength), 'page.malformed')
  must(found <= 1 && used <= pageCapacity && pages > 0, 'page.malformed')
  return { found: found === 1, pages, chunk: bytes.slice(headLength, headLength + used) as Bytes }
}
