import { look } from '../clean/look.ts'
import type { Cleaner, Looked } from '../worker/cleaner.ts'
import { painted } from './painted.ts'

/**
 * Takes the traces out of files in the page itself, one after the other: the policy of a page that was opened from a disk
 * lets it start no thread. It stands still meanwhile, so what it says has to be there first.
 */
export const pageCleaner = (): Cleaner => {
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = async (file: Blob, signal?: AbortSignal): Promise<Looked | null> => {
    await painted()
    return signal?.aborted ? null : look(file).catch(() => null)
  }
  return {
    look: (file, signal) => {
      const mine = turn.then(() => inTurn(file, signal))
      turn = mine
      return mine
    },
    end: () => undefined,
  }
}
