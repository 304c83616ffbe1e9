import type { Bytes } from './world.ts'

/** A file whose parts are being sent and that belongs to no case yet. */
export interface UploadRow {
  /** A random number of 40 bits. */
  readonly id: number
  /** The key that began it, and that has to sign the entry which names it. */
  readonly owner: Bytes
  readonly chunks: number
}

export interface NewUpload extends UploadRow {
  /** SHA-256 of the secret under which its parts are sent; the secret itself is kept nowhere. */
  readonly tokenHash: Bytes
  /** Days since 1970. */
  readonly day: number
}

export interface PartRow {
  readonly part: number
  readonly hash: Bytes
}

/** A part with the upload that it belongs to. */
export interface OwnedPart extends PartRow {
  readonly id: number
  readonly chunks: number
}

export interface NewPart extends PartRow {
  readonly fileId: number
  /** Under which name its bytes lie, 16 random bytes. */
  readonly blob: Bytes
}

/** A file that a case takes over. */
export interface BoundFile {
  readonly id: number
  readonly lane: number
  readonly hash: Bytes
}

export interface FileStore {
  /** An upload by the hash of its secret; `null` for one that is unknown, gone, or a case's by now. */
  find(tokenHash: Bytes): Promise<UploadRow | null>
  /** Refused with `upload.taken` if another one has this secret. */
  begin(upload: NewUpload): Promise<void>
  uploadsOf(owner: Bytes): Promise<readonly UploadRow[]>
  /** Every part that has come of the uploads of one owner, each upload's together and in their order. */
  partsOf(owner: Bytes): Promise<readonly OwnedPart[]>
  /** How many parts of uploads that belong to no case have come. */
  unsentParts(): Promise<number>
  /** The hash of a part that has come; `null` for one that has not. */
  partHash(fileId: number, part: number): Promise<Bytes | null>
  /** In their order. */
  parts(fileId: number): Promise<readonly PartRow[]>
  /** Remembers blobs that are about to be written, so that each is found if nothing comes of it. At most a few dozen. */
  announce(blobs: readonly Bytes[], day: number): Promise<void>
  /**
   * Puts an announced blob in its place. Refused with `upload.other_part` if the place is taken, `upload.not_found` if the
   * upload is gone, `service.busy` if the blob was swept meanwhile.
   */
  addPart(part: NewPart): Promise<void>
  /** Forgets an upload that belongs to no case; its blobs become loose. */
  drop(fileId: number): Promise<void>
  /** Forgets all that were begun before a day and belong to no case. */
  dropBefore(day: number): Promise<void>
  /** Forgets those of them of which no part has come. */
  dropEmptyBefore(day: number): Promise<void>
  /** Blobs that lost their part, and those that were announced before a day and never got one. */
  looseBlobs(before: number, limit: number): Promise<readonly Bytes[]>
  /** Blobs that lie nowhere any more. At most a hundred. */
  forgetLoose(blobs: readonly Bytes[]): Promise<void>
  /** Where a part of a file of the reporter's lanes lies, by a key of the reporter's side; `null` for anything unknown. */
  blobForReporter(key: Bytes, hash: Bytes, part: number): Promise<Bytes | null>
  /** The same for whoever reads all lanes of a case. */
  blobOfCase(address: Bytes, hash: Bytes, part: number): Promise<Bytes | null>
}
