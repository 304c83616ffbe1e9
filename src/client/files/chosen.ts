import { type Cleaning, kindsOf } from '../../domain/cleaning.ts'
import type { Looked } from '../worker/cleaner.ts'

/** A file that somebody wants to send, and what was found in it. */
export interface Chosen {
  /** Unlike any other on this page. */
  readonly id: number
  readonly name: string
  readonly file: Blob
  /** `wait` while it is looked at; null where it could not be read. */
  readonly looked: Looked | 'wait' | null
  /** Whether it was recorded here. */
  readonly voice?: boolean
  /** Whether its owner wants it sent with what remains in it. */
  readonly asItIs: boolean
  /** The act of a request that it shows: as the form calls it, and once it goes, as the procedure does. */
  readonly act?: string | undefined
}

/** Files that may come with one entry (PROTOCOL 12), and what they may weigh together, in bytes. */
export const MOST_FILES = 32
export const MOST_BYTES = 2 ** 30

/** A slow line, in bytes a second: what is said about time is never better than this. */
const SLOW_LINE = 50_000

/** Whether somebody has to say what to do with it: something remains in it, or nobody could look. */
export const isOpen = ({ looked, asItIs }: Chosen): boolean => !asItIs && asks(looked)

/** Whether a file comes with the question if it shall be sent as it is. */
export const asks = (looked: Chosen['looked']): boolean =>
  looked !== 'wait' &&
  looked !== null &&
  looked.outcome !== 'plain' &&
  (looked.outcome !== 'cleaned' || looked.remains.length > 0)

/** Whether it will be sent, as things stand. What could not be read cannot be sent. */
export const goes = (chosen: Chosen): boolean => chosen.looked !== null && chosen.looked !== 'wait' && !isOpen(chosen)

/** What is sealed of it: the cleaned file where there is one. */
export const contentOf = ({ file, looked }: Chosen): Blob =>
  looked !== null && typeof looked === 'object' && looked.blob !== null ? looked.blob : file

/** How many bytes would be sent. */
export const weightOf = (list: readonly Chosen[]): number =>
  list.filter(goes).reduce((sum, chosen) => sum + contentOf(chosen).size, 0)

/** Whether files can be sent together. */
export const fits = (list: readonly Chosen[]): boolean => weightOf(list) <= MOST_BYTES

/** How long that takes on a slow line, in whole minutes, at least one. */
export const minutesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / SLOW_LINE / 60))

/** What is told of looking at it to whoever reads it. */
export const cleaningOf = ({ looked, voice }: Chosen): Cleaning => {
  if (looked === null || looked === 'wait') return { outcome: 'unknown', removed: [], remains: [] }
  const outcome = voice && looked.outcome === 'cleaned' ? 'voice' : looked.outcome
  return { outcome, removed: kindsOf(looked.removed), remains: kindsOf(looked.remains) }
}
