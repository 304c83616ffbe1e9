import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { sharedOptions } from './esbuild-options.ts'
import type { SiteFile } from './files.ts'
import { integrityOf, sha256Hex } from './hashes.ts'

/** A file of the site that is named after its own hash. */
export interface CopiedAsset extends SiteFile {
  readonly href: string
}

/** A script or style sheet that the build made. */
export interface BuiltAsset extends CopiedAsset {
  readonly integrity: string
  /** The sources that went into it, relative to the project. */
  readonly sources: readonly string[]
}

/** 16 hex digits of SHA-256 in the name: enough to tell any two versions of one file apart. */
const NAME_DIGITS = 16

const hashedPath = (name: string, bytes: Uint8Array, extension: string): string =>
  `assets/${name}-${sha256Hex(bytes).slice(0, NAME_DIGITS)}${extension}`

/** Takes a file as it is. */
export const copyAsset = async (root: string, entry: string): Promise<CopiedAsset> => {
  const bytes = await readFile(join(root, entry))
  const path = hashedPath(basename(entry, extname(entry)), bytes, extname(entry))
  return { path, bytes, href: `/${path}` }
}

/**
 * Bundles one entry into one file under `assets/`. No shared chunks: a script that another script imports carries no
 * integrity attribute, and the page's Integrity-Policy would refuse it.
 */
export const buildAsset = async (
  root: string,
  entry: string,
  options: BuildOptions = {},
  name: string = basename(entry, extname(entry)),
): Promise<BuiltAsset> => {
  const { outputFiles, metafile } = await build({ ...options, ...sharedOptions(root), entryPoints: [entry] })
  const [output] = outputFiles
  if (output === undefined || outputFiles.length > 1) throw new Error(`${entry} did not become one file`)
  return assetOf(name, output.contents, entry.endsWith('.css') ? '.css' : '.js', Object.keys(metafile.inputs))
}

const assetOf = (name: string, bytes: Uint8Array, extension: string, sources: readonly string[]): BuiltAsset => {
  const path = hashedPath(name, bytes, extension)
  return { path, bytes, href: `/${path}`, integrity: integrityOf(bytes), sources }
}

/**
 * A module that a page may load later, with its own words in one language: the page carries neither, and one integrity
 * attribute vouches for both.
 * @param rows the messages that the module says, as `writeRows` makes them; it exports them as `rows`
 */
export const withRows = ({ bytes, path, sources }: BuiltAsset, rows: string): BuiltAsset => {
  const name = basename(path).replace(/-\w+\.js$/, '')
  const words = Buffer.from(`export const rows=${JSON.stringify(rows)};\n`)
  return assetOf(name, Buffer.concat([bytes, words]), '.js', sources)
}
