import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { crc32 } from '../clean/crc32.ts'
import { centralHead, type Head, localHead, SIZES_FOLLOW, sizesAfter, UTF8_NAME, zipEnd } from '../clean/zip-heads.ts'

/** A file to be put into an archive, in pieces as they come. */
export interface ArchiveFile {
  readonly path: string
  readonly pieces: AsyncIterable<Bytes> | Iterable<Bytes>
}

/** An archive of files as they come, without ever holding more than one piece of one; they are not packed. */
export async function* zipOf(files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>): AsyncGenerator<Bytes> {
  const heads: Bytes[] = []
  let offset = 0
  for await (const { path, pieces } of files) {
    const name = new TextEncoder().encode(path)
    const empty: Head = { name, flags: UTF8_NAME | SIZES_FOLLOW, method: 0, crc: 0, packed: 0, size: 0 }
    const local = localHead(empty)
    yield local
    let [crc, size] = [0, 0]
    for await (const piece of pieces) {
      crc = crc32(piece, crc)
      size += piece.length
      yield piece
    }
    const head = { ...empty, crc, size, packed: size }
    const after = sizesAfter(head)
    yield after
    heads.push(centralHead(head, offset))
    offset += local.length + size + after.length
  }
  const directory = concat(...heads)
  yield directory
  yield zipEnd(heads.length, directory.length, offset)
}

/** A text as a file of an archive. */
export const textFile = (path: string, text: string): ArchiveFile => ({
  path,
  pieces: [new TextEncoder().encode(text)],
})
