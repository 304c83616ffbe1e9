import type { Shown } from '../../preview/shown.ts'
import { pictureSize } from './picture-size.ts'

/** Larger pictures are not decoded: what is small packed can fill the memory (in pixels). */
const PIXELS = 50_000_000

/** Of a longer text the beginning is shown, in bytes. */
const TEXT = 1_000_000

const signs = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** What bytes begin like, and what a browser may take them for: neither names nor announced types are believed. */
const KINDS: readonly (readonly [kind: 'picture' | 'sound', type: string, begins: (bytes: Uint8Array) => boolean])[] = [
  ['picture', 'image/jpeg', (bytes) => signs(bytes, 0, 3) === '\xff\xd8\xff'],
  ['picture', 'image/png', (bytes) => signs(bytes, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['picture', 'image/gif', (bytes) => /^GIF8[79]a/.test(signs(bytes, 0, 6))],
  ['picture', 'image/webp', (bytes) => signs(bytes, 0, 4) === 'RIFF' && signs(bytes, 8, 4) === 'WEBP'],
  ['sound', 'audio/webm', (bytes) => signs(bytes, 0, 4) === '\x1a\x45\xdf\xa3'],
  ['sound', 'audio/ogg', (bytes) => signs(bytes, 0, 4) === 'OggS'],
  ['sound', 'audio/mp4', (bytes) => /^ftyp(?:M4A|mp4|iso)/.test(signs(bytes, 4, 8))],
  ['sound', 'audio/wav', (bytes) => signs(bytes, 0, 4) === 'RIFF' && signs(bytes, 8, 4) === 'WAVE'],
  ['sound', 'audio/mpeg', (bytes) => signs(bytes, 0, 3) === 'ID3' || /^\xff[\xe2-\xff]/.test(signs(bytes, 0, 2))],
]

/** Why nothing is shown: the kind is none that is, or the picture is too large to be decoded. */
export type NotShown = 'kind' | 'large'

/**
 * How a file can be shown safely, by what its bytes are. Pages, drawings and programs are texts like any other: they are
 * shown as they are written and never as what they would do.
 */
export const previewOf = (bytes: Uint8Array<ArrayBuffer>): Shown | NotShown => {
  if (isPdf(bytes)) return { kind: 'pdf', bytes }
  const found = KINDS.find(([, , begins]) => begins(bytes))
  if (found === undefined) return textOf(bytes)
  const [kind, type] = found
  if (kind === 'picture' && (pictureSize(bytes) ?? Number.POSITIVE_INFINITY) > PIXELS) return 'large'
  return { kind, type, bytes }
}

/** Anything may stand before the sign of a PDF, within the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => signs(bytes, 0, 1024).includes('%PDF-')

const textOf = (bytes: Uint8Array): Shown | NotShown => {
  const start = bytes.subarray(0, TEXT)
  if (start.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b)) return 'kind'
  try {
    // A sign may be cut in two where the beginning ends.
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: bytes.length > TEXT }),
    }
  } catch {
    return { kind: 'text', text: new TextDecoder('windows-1252').decode(start) }
  }
}
