import { type Bytes, distinct, equal } from './bytes.ts'
import { must } from './errors.ts'
import { fileHash, type NamedFile, partLength, partsOf } from './files.ts'
import { sha256 } from './hash.ts'
import { sizes } from './limits.ts'

/** A part as it travels, and its hash. */
interface Part {
  readonly hash: Bytes
  readonly bytes: Bytes
}

/** A sealed file that travelled inside an envelope, with the parts of which it is made. */
export interface CarriedFile extends NamedFile {
  readonly parts: readonly Part[]
}

/**
 * The files that travelled inside an envelope, cut as its headers name them, in their order (PROTOCOL 19.2). The parts are
 * views of the bytes. Throws `envelope.malformed` where they are not those that were named, or not only those.
 */
export async function carriedFiles<Named extends NamedFile>(
  bytes: Bytes,
  named: readonly Named[],
): Promise<readonly (Named & CarriedFile)[]> {
  const total = named.reduce((sum, { chunks }) => sum + chunks * sizes.sealedChunk, 0)
  must(total === bytes.length && distinct(named.map(({ hash }) => hash)), 'envelope.malformed')
  const files: (Named & CarriedFile)[] = []
  let at = 0
  for (const file of named) {
    const length = file.chunks * sizes.sealedChunk
    const parts = await partsIn(bytes.subarray(at, at + length), file.chunks)
    const hashes = parts.map(({ hash }) => hash)
    must(equal(await fileHash(file.chunks, hashes), file.hash), 'envelope.malformed')
    files.push({ ...file, parts })
    at += length
  }
  return files
}

const partsIn = (bytes: Bytes, chunks: number): Promise<Part[]> =>
  Promise.all(
    Array.from({ length: partsOf(chunks) }, async (_, part) => {
      const at = part * sizes.partChunks * sizes.sealedChunk
      const sealed = bytes.subarray(at, at + partLength(chunks, part))
      return { hash: await sha256(sealed), bytes: sealed }
    }),
  )
