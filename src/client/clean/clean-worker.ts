import { CLEANED_SIZE, type Cleaned, clean } from './clean.ts'

/** A file that was looked at, its cleaned bytes as a file of the browser's, which need not lie in memory. */
export interface Looked extends Omit<Cleaned, 'bytes'> {
  readonly blob: Blob | null
}

/** What the page sends: a file, and a number to tell the answers apart. */
export interface CleanRequest {
  readonly id: number
  readonly file: Blob
}

/** What comes back: the file without its traces, or that it could not be read. */
export type CleanAnswer = { readonly id: number } & ({ readonly looked: Looked } | { readonly unreadable: true })

const look = async (file: Blob): Promise<Looked> => {
  if (file.size > CLEANED_SIZE) return { outcome: 'large', blob: null, removed: [], remains: [] }
  const { bytes, ...told } = await clean(new Uint8Array(await file.arrayBuffer()))
  return { ...told, blob: bytes && new Blob([bytes], { type: file.type }) }
}

self.addEventListener('message', async ({ data: { id, file } }: MessageEvent<CleanRequest>) => {
  const answer = await look(file).then(
    (looked): CleanAnswer => ({ id, looked }),
    (): CleanAnswer => ({ id, unreadable: true }),
  )
  self.postMessage(answer)
})
