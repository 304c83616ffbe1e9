import { readFile, stat, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Problem } from './problem.ts'

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code)

const unreadable = (path: string, error: unknown): Problem =>
  new Problem('unfit', `${path} cannot be read (${codeOf(error)}).`)

/** The bytes of a file. */
export async function bytesIn(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** How many bytes a file has, before any of it is read. */
export async function lengthOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The words of a report: from a file, or typed until the end of the input. */
export async function wordsIn(path: string): Promise<string> {
  const words = path === '-' ? await text(process.stdin) : new TextDecoder().decode(await bytesIn(path))
  const plain = words.normalize('NFC').trim()
  if (plain === '') throw new Problem('unfit', 'There is no text to lock.')
  return plain
}

/** Writes a new file that only its owner may read. One that is there already stays as it is. */
export async function save(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const code = codeOf(error)
    throw new Problem(
      'unfit',
      code === 'EEXIST' ? `${path} is there already. Choose another name.` : `${path} cannot be written (${code}).`,
    )
  }
}
