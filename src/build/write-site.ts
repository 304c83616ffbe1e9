import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CompressedFile, compress } from './compress.ts'
import { hashInputs } from './inputs.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import { buildSite } from './site.ts'

/** Holds the hash of the sources that a finished build was made from. */
const STAMP = 'inputs.sha256'

/** Whether the folder holds a finished build of the sources as they are now. */
export const isUpToDate = async (root: string, out: string): Promise<boolean> => {
  const [now, then] = await Promise.all([hashInputs(root), readFile(join(out, STAMP), 'utf8').catch(() => undefined)])
  return now === then
}

/**
 * Builds the site into a folder: `public/` with every file beside its `.br` and `.gz`, and `manifest.json`.
 * Writes only when everything could be built: a failed build leaves the former one in place.
 */
export const writeSite = async (root: string, out: string): Promise<Manifest> => {
  const inputs = await hashInputs(root)
  const files = await Promise.all((await buildSite(root)).map(compress))
  const manifest = manifestOf(files)
  await rm(out, { recursive: true, force: true })
  await Promise.all(files.map((file) => writeThree(join(out, 'public'), file)))
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeFile(join(out, STAMP), inputs)
  return manifest
}

const writeThree = async (folder: string, { path, bytes, br, gz }: CompressedFile): Promise<void> => {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await Promise.all([writeFile(target, bytes), writeFile(`${target}.br`, br), writeFile(`${target}.gz`, gz)])
}
