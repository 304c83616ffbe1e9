import type { Receipts } from '../contract/entries.ts'
import { Refusal } from './ports.ts'

/** What a writer gets: receipts, and whether this very call brought the entries in. */
export interface Accepted extends Receipts {
  readonly fresh: boolean
}

/** Refusals of the store that say only that somebody else was quicker: a fresh look may find a retry of the same, or a new day. */
const worthASecondLook = ['case.head_moved', 'case.taken', 'directory.head_moved', 'service.busy']

/** Tries twice. What is refused again is refused. */
export async function twice<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Refusal && worthASecondLook.includes(error.code)) return attempt()
    throw error
  }
}
