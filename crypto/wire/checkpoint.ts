import { type Bytes, concat } from './bytes.ts'
import { encode, u32 } from './codec.ts'
import { sha256 } from './hash.ts'
import { tag } from './tag.ts'

/** What the service says of a day that is over (PROTOCOL 9.2). */
export interface Checkpoint {
  day: number
  root: Bytes
  /** Hash of the checkpoint of the day before; zero for the first. */
  previous: Bytes
}

/** What the service key signs. */
export const checkpointBytes = (checkpoint: Checkpoint): Bytes =>
  concat(tag('checkpoint'), encode(u32, checkpoint.day), checkpoint.root, checkpoint.previous)

/** The hash by which the next day's checkpoint names this one. */
export const checkpointHash = (checkpoint: Checkpoint): Promise<Bytes> => sha256(checkpointBytes(checkpoint))
