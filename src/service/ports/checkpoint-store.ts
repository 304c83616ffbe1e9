import type { Bytes } from './world.ts'

export interface CheckpointRow {
  readonly day: number
  readonly root: Bytes
  readonly previous: Bytes
  readonly signature: Bytes
}

/** What of an accepted entry its receipt is made of (PROTOCOL 9.1). */
export interface AcceptedRow {
  readonly address: Bytes
  readonly lane: number
  readonly sequence: number
  readonly hash: Bytes
}

export interface CheckpointStore {
  last(): Promise<CheckpointRow | null>
  from(day: number, limit: number): Promise<readonly CheckpointRow[]>
  acceptedOn(day: number): Promise<readonly AcceptedRow[]>
  /** Does nothing if that day has its checkpoint already: two requests may write the same one. */
  add(checkpoint: CheckpointRow): Promise<void>
}
