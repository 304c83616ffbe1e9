import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** One file of the site: its path below the public folder, with forward slashes, and its bytes. */
export interface SiteFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Paths of all files below a folder, relative to it, with forward slashes, in one fixed order on every machine. */
export const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** Reads all files below a folder. */
export const readFiles = async (folder: string): Promise<SiteFile[]> =>
  Promise.all((await listFiles(folder)).map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })))
