import { mkdirSync } from 'node:fs'
import { mkdir, open, readFile, statfs, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlobStore, type Bytes, Refusal } from '../../service/ports.ts'

/** What is left free for the database, so that no flood of files keeps a report from being written, in bytes. */
const reserved = 256 * 1024 * 1024

/** What the disk says when it is full, or when the service's share of it is. */
const full = ['ENOSPC', 'EDQUOT']

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code

/** Blobs as files in a folder, in 256 folders by the first byte of their names. `reserve`: bytes that must stay free. */
export function fileBlobs(folder: string, reserve = reserved): BlobStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const placeOf = (name: Bytes) => {
    const text = Buffer.from(name).toString('hex')
    const shelf = join(folder, text.slice(0, 2))
    return { shelf, file: join(shelf, text) }
  }
  return {
    put: async (name, bytes) => {
      const { bavail, bsize } = await statfs(folder)
      if (bavail * bsize < reserve + bytes.length) throw new Refusal('upload.full')
      const { shelf, file } = placeOf(name)
      try {
        await mkdir(shelf, { recursive: true, mode: 0o700 })
        await written(file, bytes)
        await settled(shelf)
      } catch (error) {
        throw full.includes(String(codeOf(error))) ? new Refusal('upload.full') : error
      }
    },
    get: async (name) => {
      try {
        const { buffer, byteOffset, byteLength } = await readFile(placeOf(name).file)
        return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
    remove: async (names) => {
      for (const name of names) await unlink(placeOf(name).file).catch(unlessGone)
    },
  }
}

async function written(file: string, bytes: Bytes): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    // The file system would tell to the microsecond when it came.
    await handle.utimes(0, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A new name outlives a power cut once its folder is on the disk too. Windows cannot open folders, and need not. */
async function settled(shelf: string): Promise<void> {
  const handle = await open(shelf).catch(() => null)
  await handle?.sync().finally(() => handle.close())
}

function unlessGone(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}
