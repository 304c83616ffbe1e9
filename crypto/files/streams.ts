import { beginStream, pullChunk, pushChunk } from '../sodium/index.ts'
import { type Bytes, isZero, letGo } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { chunksIn, paddedChunks, partsOf } from '../wire/files.ts'
import { sizes } from '../wire/limits.ts'

/** Takes the parts of one file in their order and gives each of them sealed, or opened. It knows one part at a time. */
export type PartStream = (part: Bytes) => Bytes

/** How many bytes a part has before it is sealed, and those of padding behind them. */
const partSize = sizes.partChunks * sizes.chunk

/** How many bytes of a file of this size are in a part; none in one that is all padding. */
const bytesIn = (size: number, part: number): number => Math.max(0, Math.min(partSize, size - part * partSize))

type Lengths = readonly [from: number, to: number]
const sealing: Lengths = [sizes.chunk, sizes.sealedChunk]
const opening: Lengths = [sizes.sealedChunk, sizes.chunk]

/** What `each` makes of the chunks of a part, one behind the other; its own copies are let go. */
function chunked(part: Bytes, [from, to]: Lengths, each: (chunk: Bytes, place: number) => Bytes): Bytes {
  const joined = new Uint8Array((part.length / from) * to)
  for (let place = 0; place * from < part.length; place += 1) {
    const made = each(part.subarray(place * from, (place + 1) * from), place)
    joined.set(made, place * to)
    letGo(made)
  }
  return joined
}

/**
 * Seals a file of `size` bytes under a key of 32 bytes that seals nothing else, part by part (PROTOCOL 14.3). Each part
 * is given with exactly its bytes: 1 MiB, fewer where the file ends, none behind it. Throws a RangeError for other lengths.
 */
export function sealingStream(key: Bytes, size: number): PartStream {
  const chunks = paddedChunks(size)
  const state = beginStream(key)
  let part = 0
  return (plain) => {
    const count = chunksIn(chunks, part)
    if (count === 0 || plain.length !== bytesIn(size, part)) throw new RangeError('not the bytes of this part')
    const padded = plain.length === count * sizes.chunk ? plain : new Uint8Array(count * sizes.chunk)
    if (padded !== plain) padded.set(plain)
    const first = part * sizes.partChunks
    part += 1
    return chunked(padded, sealing, (chunk, place) => pushChunk(state, chunk, first + place === chunks - 1))
  }
}

/**
 * Opens a file of `size` bytes part by part and gives each without its padding (PROTOCOL 14.3). Throws `file.altered` for
 * a part that is not the one that follows, and for a file of another length than its author sealed. That it is the file
 * that the header names is for `fileHash`.
 */
export function openingStream(key: Bytes, { size, chunks }: { size: number; chunks: number }): PartStream {
  must(chunks === paddedChunks(size), 'file.altered')
  const state = beginStream(key)
  let part = 0
  return (sealed) => {
    const count = chunksIn(chunks, part)
    must(part < partsOf(chunks) && sealed.length === count * sizes.sealedChunk, 'file.altered')
    const first = part * sizes.partChunks
    const padded = chunked(sealed, opening, (chunk, place) => {
      const opened = pullChunk(state, chunk, first + place === chunks - 1)
      must(opened !== null, 'file.altered')
      return opened
    })
    const used = bytesIn(size, part)
    must(isZero(padded.subarray(used)), 'file.altered')
    part += 1
    return padded.subarray(0, used)
  }
}
