import { safeFileName } from '../../../domain/file-name.ts'
import type { Chosen } from '../../files/chosen.ts'
import { holdsName } from '../hints.ts'

/** Something about a file that could point at who sends it: its name, a name of theirs within, or a name of anybody's. */
export interface FileHint {
  readonly id: number
  readonly file: string
  /** What was found, as it stands there. */
  readonly found: string
  readonly reason: 'file-name' | 'file-inside' | 'file-author'
}

/**
 * What in the names of files, and in the traces that nobody could take out of them, could point at their sender. It is
 * looked for on the device, and nothing of it is sent.
 * @param names what the sender gave as their own name
 */
export const hintsInFiles = (files: readonly Chosen[], names: readonly string[]): FileHint[] =>
  files.flatMap((chosen) => {
    const file = safeFileName(chosen.name)
    const hint = (reason: FileHint['reason'], found: string): FileHint => ({ id: chosen.id, file, found, reason })
    return [
      ...(holdsName(chosen.name, names) ? [hint('file-name', file)] : []),
      ...inside(chosen, names).map(([reason, found]) => hint(reason, found || file)),
    ]
  })

/** One's own name weighs more than another: where it stands there, it alone is pointed at. */
const inside = ({ looked }: Chosen, names: readonly string[]): [FileHint['reason'], string][] => {
  const remains = looked !== null && typeof looked === 'object' ? looked.remains : []
  const mine = remains.find(({ value }) => holdsName(value, names))
  if (mine !== undefined) return [['file-inside', mine.value]]
  const somebody = remains.find(({ kind }) => kind === 'person')
  return somebody === undefined ? [] : [['file-author', somebody.value]]
}
