import type { Random } from '../random.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { fileHash, type NamedFile, paddedChunks, partsOf } from '../wire/files.ts'
import { sha256 } from '../wire/hash.ts'
import { sizes } from '../wire/limits.ts'
import { sealingStream } from './streams.ts'

/** A file that was sealed whole: what the header names, what the body says, and the bytes that travel. */
export interface WholeSealed extends NamedFile {
  readonly key: Bytes
  readonly size: number
  readonly sealed: Bytes
}

const partSize = sizes.partChunks * sizes.chunk

/** Seals a file that lies in memory, under a key that is drawn for it (PROTOCOL 14.3). Throws `file.too_large`. */
export async function sealWhole(plain: Bytes, random: Random): Promise<WholeSealed> {
  const [key, chunks] = [random(sizes.key), paddedChunks(plain.length)]
  const stream = sealingStream(key, plain.length)
  const parts = Array.from({ length: partsOf(chunks) }, (_, part) =>
    stream(plain.subarray(part * partSize, (part + 1) * partSize)),
  )
  const hashes = await Promise.all(parts.map((part) => sha256(part)))
  return { hash: await fileHash(chunks, hashes), chunks, key, size: plain.length, sealed: concat(...parts) }
}
