import { type Bytes, concat } from './bytes.ts'
import { encode, fixed, struct, u32 } from './codec.ts'
import { must } from './errors.ts'
import { sha256 } from './hash.ts'
import { limits, sizes } from './limits.ts'
import { tag } from './tag.ts'

/** A sealed file as a signed header names it (PROTOCOL 14.4): the hash of its parts, and how many chunks it has. */
export interface NamedFile {
  readonly hash: Bytes
  readonly chunks: number
}

export const fileCodec = struct<NamedFile>({ hash: fixed(sizes.hash), chunks: u32 })

/** The least count of Padmé's that is not smaller: its length in bits, and as many of its first bits as that length has, say it. */
function padme(count: number): number {
  if (count < 2) return 1
  const exponent = Math.floor(Math.log2(count))
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1)
  return step > 1 ? Math.ceil(count / step) * step : count
}

/** Into how many chunks a file of so many bytes goes, with its padding (PROTOCOL 14.2). Throws `file.too_large`. */
export function paddedChunks(size: number): number {
  const chunks = padme(Math.ceil(size / sizes.chunk))
  must(chunks <= limits.fileChunks, 'file.too_large')
  return chunks
}

/** Whether a file can have so many chunks. */
export const lawfulChunks = (chunks: number): boolean =>
  chunks >= 1 && chunks <= limits.fileChunks && padme(chunks) === chunks

/** How many parts a file of so many chunks travels in. */
export const partsOf = (chunks: number): number => Math.ceil(chunks / sizes.partChunks)

/** How many chunks are in a part, counted from 0; none for one that the file has not. */
export const chunksIn = (chunks: number, part: number): number =>
  Math.max(0, Math.min(sizes.partChunks, chunks - part * sizes.partChunks))

/** How many bytes a part has as it travels and is kept. */
export const partLength = (chunks: number, part: number): number => chunksIn(chunks, part) * sizes.sealedChunk

/** What a header names a file by: the hashes of all its parts in their order (PROTOCOL 14.4). */
export const fileHash = (chunks: number, partHashes: readonly Bytes[]): Promise<Bytes> =>
  sha256(concat(tag('file'), encode(u32, chunks), ...partHashes))
