import type { Bytes } from './world.ts'

/** Where the bytes of sealed parts lie. Names are random and never used twice; nobody ever lists them. */
export interface BlobStore {
  /**
   * Keeps bytes so that they outlive a power cut. Refused with `upload.full` where there is no room, `service.busy` where
   * the place does not answer; then something may lie there all the same.
   */
  put(name: Bytes, bytes: Bytes): Promise<void>
  /** `null` for a name under which nothing lies. */
  get(name: Bytes): Promise<Bytes | null>
  /** Deletes; what is not there is no fault. */
  remove(names: readonly Bytes[]): Promise<void>
}
