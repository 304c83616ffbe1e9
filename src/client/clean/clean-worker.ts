import { CLEANED_SIZE, type Cleaned, clean } from './clean.ts'

/** A file that was looked at, its cleaned bytes as a file of the browser's, which need not lie in memory. */
export interface Looked extends Omit<Cleaned, 'bytes'> {
  readonly blob: Blob | null
}

const look = async (file: Blob): Promise<Looked> => {
  if (file.size > CLEANED_SIZE) return { outcome: 'large', blob: null, removed: [], remains: [] }
  const { bytes, ...told } = await clean(new Uint8Array(await file.arrayBuffer()))
  return { ...told, blob: bytes && new Blob([bytes], { type: file.type }) }
}

// The page sends one file after the other; null is the answer where one could not be read.
self.addEventListener('message', async ({ data: file }: MessageEvent<Blob>) => {
  self.postMessage(await look(file).catch(() => null))
})
