import { type PartStream, sealingStream } from '../../../crypto/index.ts'
import {
  type Bytes,
  equal,
  fileHash,
  type NamedFile,
  paddedChunks,
  partsOf,
  sha256,
} from '../../../crypto/wire/index.ts'
import { type PartReader, partReader } from './part-reader.ts'
import { Refusal } from './refusal.ts'

/** A part as it is sent. */
export interface SealedPart {
  readonly bytes: Bytes
  readonly hash: Bytes
}

/** What is known of a file once it is sealed: what the header names, and what the sealed body says. */
export interface SealedFile extends NamedFile {
  readonly key: Bytes
  readonly size: number
}

const partSize = 1024 * 1024

/** Seals one file as it is read, part by part, and holds no more than one of them. */
export class FileSealing {
  readonly chunks: number
  readonly #blob: Blob
  readonly #key: Bytes
  readonly #stream: PartStream
  readonly #reader: PartReader
  /** Of each part, what was read and what was sent. */
  readonly #read: Bytes[] = []
  readonly #sent: Bytes[] = []
  #ahead: Promise<Bytes> | null = null

  /** `key` is 32 random bytes that have sealed nothing. Throws `file.too_large`. */
  constructor(blob: Blob, key: Bytes) {
    this.chunks = paddedChunks(blob.size)
    this.#blob = blob
    this.#key = key
    this.#stream = sealingStream(key, blob.size)
    this.#reader = partReader(blob, partSize)
  }

  /** The next part, sealed. Throws `file.changed` for a file that is no longer there as it was. */
  async next(): Promise<SealedPart> {
    const plain = await (this.#ahead ?? this.#reader(this.#lengthOf(this.#sent.length)))
    const reading = sha256(plain)
    const bytes = this.#stream(plain)
    // The next one is read while this one is hashed and sent.
    this.#ahead = this.#reader(this.#lengthOf(this.#sent.length + 1))
    this.#ahead.catch(() => undefined)
    const [read, hash] = await Promise.all([reading, sha256(bytes)])
    this.#read.push(read)
    this.#sent.push(hash)
    return { bytes, hash }
  }

  /**
   * What the file is called once every part was sealed. It is read once more: a file that was written to meanwhile would be
   * sealed half as it was and half as it is. Throws `file.changed` for such a one.
   */
  async end(): Promise<SealedFile> {
    if (this.#sent.length !== partsOf(this.chunks)) throw new Refusal('worker.failed')
    const reader = partReader(this.#blob, partSize)
    for (const [part, before] of this.#read.entries()) {
      const now = await sha256(await reader(this.#lengthOf(part)))
      if (!equal(now, before)) throw new Refusal('file.changed')
    }
    const hash = await fileHash(this.chunks, this.#sent)
    return { hash, chunks: this.chunks, key: this.#key, size: this.#blob.size }
  }

  /** How many bytes of the file are in a part; none where all is padding. */
  #lengthOf(part: number): number {
    return Math.max(0, Math.min(partSize, this.#blob.size - part * partSize))
  }
}
