import { CLEANED_SIZE, type Cleaned, clean } from './clean.ts'

/** A file that was looked at, its cleaned bytes as a file of the browser's, which need not lie in memory. */
export interface Looked extends Omit<Cleaned, 'bytes'> {
  readonly blob: Blob | null
}

/** Nobody looks into a file that is too large, or that takes too long. */
export const tooMuch: Looked = { outcome: 'large', blob: null, removed: [], remains: [] }

/** Looks at a file of the browser's. Throws where it cannot be read. */
export const look = async (file: Blob): Promise<Looked> => {
  if (file.size > CLEANED_SIZE) return tooMuch
  const { bytes, ...told } = await clean(new Uint8Array(await file.arrayBuffer()))
  return { ...told, blob: bytes && new Blob([bytes], { type: file.type }) }
}
