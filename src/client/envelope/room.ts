import { paddedChunks } from '../../../crypto/wire/files.ts'
import { limits, sizes } from '../../../crypto/wire/limits.ts'
import { type Chosen, contentOf, goes } from '../files/chosen.ts'

/** What travels in one locked file, in bytes before they are sealed (PROTOCOL 12). */
export const ROOM = limits.envelopeChunks * sizes.chunk

/** Whether files fit into one locked file, each with the padding that hides its size. */
export const fits = (files: readonly Chosen[]): boolean => {
  const lengths = files.filter(goes).map((chosen) => contentOf(chosen).size)
  if (lengths.some((length) => length > ROOM)) return false
  return lengths.reduce((sum, length) => sum + paddedChunks(length), 0) <= limits.envelopeChunks
}
