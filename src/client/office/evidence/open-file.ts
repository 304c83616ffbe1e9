import type { NamedEvidence } from '../../files/named.ts'
import type { Desk } from '../desk/desk.ts'
import { officeFileLines } from '../net/file-lines.ts'

/** Files up to this size are held in memory to be shown or saved, in bytes. */
export const IN_MEMORY = 256 * 2 ** 20

/** Remembers that all of a file was opened, and every byte of it was the one that its entry names. */
export const wasOpened = ({ opened }: Desk, { hash }: NamedEvidence): void =>
  opened.set(new Set([...opened.value, hash]))

/** All of a file as one, once it was verified to its end. */
export const openWhole = async (
  desk: Desk,
  address: string,
  file: NamedEvidence,
  tell: (part: number) => void,
  signal: AbortSignal,
): Promise<Blob> => {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const told = ({ done, total }: { done: number; total: number }): void => tell(done / total)
  for await (const piece of desk.vault.download(officeFileLines(desk.call, address), file, told, signal))
    pieces.push(piece)
  wasOpened(desk, file)
  // No type of its author's: whoever saves it gets bytes, and no browser opens them by a mistake.
  return new Blob(pieces, { type: 'application/octet-stream' })
}
