import { extname } from 'node:path'
import type { CompressedFile } from './compress.ts'
import { sha256Hex } from './hashes.ts'

/** One line of the manifest: what a browser gets at an address. */
export interface ManifestEntry {
  /** Path below the public folder, without a slash in front. */
  readonly path: string
  /** SHA-256 of the uncompressed bytes, lowercase hex. */
  readonly sha256: string
  readonly bytes: number
  /** Length in Brotli. */
  readonly brotli: number
  readonly type: string
}

/** `dist/manifest.json`: every file of the site, in order of its path. */
export interface Manifest {
  readonly files: readonly ManifestEntry[]
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Lists the files of the site. */
export const manifestOf = (files: readonly CompressedFile[]): Manifest => ({
  files: files.map(entryOf).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
})

const entryOf = ({ path, bytes, br }: CompressedFile): ManifestEntry => {
  const type = TYPES[extname(path)]
  if (type === undefined) throw new Error(`${path} has no content type`)
  return { path, sha256: sha256Hex(bytes), bytes: bytes.length, brotli: br.length, type }
}
