import type { Bytes } from './world.ts'

export interface VisitStore {
  /**
   * Puts the sealed mark of a visit in the place of the one before it, and gives that one. For a key that reads no case it
   * asks the same questions, writes nothing and gives null.
   */
  visit(key: Bytes, cell: Bytes): Promise<Bytes | null>
}
