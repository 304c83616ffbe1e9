import type { PackFiles } from './pack.ts'
import { isRecord } from './shape.ts'

/** The one text that a pack's hash is made of: JSON without spaces, the keys of every object in order of code units. */
export function canonicalPack(files: PackFiles): string {
  return JSON.stringify(files, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  )
}
