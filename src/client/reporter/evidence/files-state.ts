import type { Chosen } from '../../files/chosen.ts'
import type { Problem } from '../errors.ts'

/** The files of a form, as they stand. */
export interface FilesState {
  /** Those that would be sent. */
  readonly going: () => readonly Chosen[]
  /** How many lie in the list, whatever becomes of them. */
  readonly count: () => number
  /** What has to be said or mended before they can be sent. */
  readonly problems: () => readonly Problem[]
  /** Draws the list anew. */
  readonly draw: () => void
  readonly clear: () => void
}
