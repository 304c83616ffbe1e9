import type { Kind } from '../kinds.ts'
import { kindOf } from '../kinds.ts'
import type { PackFiles } from '../pack.ts'
import { isRecord } from '../shape.ts'

/** A fault of a pack: where it is and what is wrong. A pack with a fault does not start. */
export interface Problem {
  readonly file: string
  /** The id of the line, or null where the file as a whole is at fault. */
  readonly line: string | null
  readonly reason: string
}

/** A line of a pack and where it stands. */
export interface Placed {
  readonly file: string
  readonly kind: Kind
  readonly id: string
  readonly line: Readonly<Record<string, unknown>>
}

/** All lines of a pack with their places; what is no line is left to the check of shapes. */
export function placedLines(files: PackFiles): readonly Placed[] {
  return Object.entries(files).flatMap(([file, content]) => {
    const kind = kindOf(file)
    if (kind === null || !Array.isArray(content)) return []
    return content.filter(isRecord).map((line) => ({ file, kind, id: String(line.id), line }))
  })
}

export function problemAt({ file, id }: Placed, reason: string): Problem {
  return { file, line: id, reason }
}
