import { openingStream, type PartStream } from '../../../crypto/index.ts'
import { type Bytes, equal, fileHash, type NamedFile, partsOf, sha256, WireError } from '../../../crypto/wire/index.ts'
import { dispose } from './dispose.ts'

/** A file as its entry names it and as the sealed body describes it. */
export interface FileToOpen extends NamedFile {
  readonly key: Bytes
  readonly size: number
}

/** Opens one file part by part, and knows at the last whether it is the one that the header names (PROTOCOL 14.8). */
export class FileOpening {
  readonly #file: FileToOpen
  readonly #stream: PartStream
  readonly #hashes: Bytes[] = []

  /** Throws `file.altered` if the size and the count of chunks do not belong together. */
  constructor(file: FileToOpen) {
    this.#file = file
    this.#stream = openingStream(file.key, file)
  }

  /** The bytes of the next part. Throws `file.altered`; nothing that was given before counts then. */
  async next(sealed: Bytes): Promise<Bytes> {
    const { hash, chunks } = this.#file
    this.#hashes.push(await sha256(sealed))
    const plain = this.#stream(sealed)
    dispose(sealed)
    const last = this.#hashes.length === partsOf(chunks)
    if (last && !equal(await fileHash(chunks, this.#hashes), hash)) throw new WireError('file.altered')
    return plain
  }
}
