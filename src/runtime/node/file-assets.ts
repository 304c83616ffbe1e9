import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Assets } from '../../http/static-files.ts'

/** The built site in memory, a few hundred kilobytes: what is not in the folder at start does not exist. */
export function fileAssets(folder: string): Assets {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).join('/'), new Uint8Array(readFileSync(file))]),
  )
  return { read: async (path) => files.get(path) ?? null }
}
