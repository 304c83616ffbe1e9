import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from './files.ts'
import { sha256Hex } from './hashes.ts'

/** What the site is made of: these folders and files of the project, and nothing else. */
const INPUTS = ['crypto', 'package-lock.json', 'src/build', 'src/client', 'src/contract', 'src/domain']

/** One hash over everything that the site is made of. It changes when a file there changes, comes, goes or moves. */
export const hashInputs = async (root: string): Promise<string> => {
  const paths = (await Promise.all(INPUTS.map((input) => expand(root, input)))).flat()
  const lines = await Promise.all(paths.map(async (path) => `${sha256Hex(await readFile(join(root, path)))} ${path}`))
  return sha256Hex(lines.join('\n'))
}

const expand = async (root: string, path: string): Promise<string[]> =>
  (await stat(join(root, path))).isDirectory()
    ? (await listFiles(join(root, path))).map((below) => `${path}/${below}`)
    : [path]
