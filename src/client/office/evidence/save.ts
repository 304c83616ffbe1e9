import { handOver } from '../../ui/hand-over.ts'

/** Where bytes are written to disk as they come; the browser of some people has no such place. */
interface Writable {
  write(data: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
  abort(): Promise<void>
}
type Picker = (options: { suggestedName: string }) => Promise<{ createWritable(): Promise<Writable> }>

/**
 * Saves what comes piece by piece: straight to disk where the browser lets somebody choose a place, else at once at its
 * end. If it fails on its way, no file is left.
 */
export const saveStream = async (name: string, pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> => {
  const { showSaveFilePicker } = globalThis as { showSaveFilePicker?: Picker }
  if (showSaveFilePicker === undefined) {
    const all: Uint8Array<ArrayBuffer>[] = []
    for await (const piece of pieces) all.push(piece)
    return handOver(name, new Blob(all, { type: 'application/octet-stream' }))
  }
  const place = await (await showSaveFilePicker({ suggestedName: name })).createWritable()
  try {
    for await (const piece of pieces) await place.write(piece)
    await place.close()
  } catch (cause) {
    await place.abort()
    throw cause
  }
}
