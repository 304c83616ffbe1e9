import { kindOf, kinds } from '../kinds.ts'
import { about, shapeOf } from '../line-shapes.ts'
import { aboutFile, type PackFiles } from '../pack.ts'
import { isRecord } from '../shape.ts'
import type { Problem } from './problem.ts'

/** Files that no pack has or that are missing, and lines that are not of their kind's shape. */
export function checkShapes(files: PackFiles): readonly Problem[] {
  const present = new Set(Object.keys(files).map(kindOf))
  const missing = kinds.filter((kind) => !present.has(kind))
  const fault = about(files[aboutFile])
  return [
    ...missing.map((kind) => ({ file: `${kind}.json`, line: null, reason: 'is missing' })),
    ...(fault ? [{ file: aboutFile, line: null, reason: fault }] : []),
    ...Object.entries(files).flatMap(([file, content]) => (file === aboutFile ? [] : checkFile(file, content))),
  ]
}

function checkFile(file: string, content: unknown): readonly Problem[] {
  const kind = kindOf(file)
  if (kind === null) return [{ file, line: null, reason: 'is a file that no pack has' }]
  if (!Array.isArray(content)) return [{ file, line: null, reason: 'must be a list of lines' }]
  const shape = shapeOf(kind)
  return content.flatMap((line: unknown, index) => {
    const reason = shape(line)
    const id = isRecord(line) && typeof line.id === 'string' ? line.id : `line ${index + 1}`
    return reason ? [{ file, line: id, reason }] : []
  })
}
