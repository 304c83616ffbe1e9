import type { Bytes } from '../../../crypto/wire/index.ts'
import { stripGif } from './gif.ts'
import { stripJpeg } from './jpeg.ts'
import { stripPng, tracesInPoints } from './png.ts'
import { startsAt } from './texts.ts'
import type { Stripped, StrippedInPart, Trace } from './trace.ts'
import { stripWebp } from './webp.ts'

/** The forms of pictures that can be cleaned without changing a pixel. */
export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp'

type Stripping = Stripped & Partial<StrippedInPart>

const STRIPPERS: Readonly<Record<ImageFormat, (bytes: Bytes) => Stripping | Promise<Stripping>>> = {
  jpeg: stripJpeg,
  png: stripPng,
  gif: stripGif,
  webp: stripWebp,
}

/** What picture bytes begin like; null for anything else. Names and announced types are not asked: both can be wrong. */
export const imageFormat = (bytes: Uint8Array): ImageFormat | null => {
  if (startsAt(bytes, 0, '\xff\xd8\xff')) return 'jpeg'
  if (startsAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsAt(bytes, 0, 'GIF87a') || startsAt(bytes, 0, 'GIF89a')) return 'gif'
  if (startsAt(bytes, 0, 'RIFF') && startsAt(bytes, 8, 'WEBP')) return 'webp'
  return null
}

/** What stays in a picture and nobody can take out here. @throws Malformed */
export const tracesLeft = (format: ImageFormat, bytes: Bytes): Promise<Trace[]> =>
  format === 'png' ? tracesInPoints(bytes) : Promise.resolve([])

/** A picture without its traces; no pixel changes. @throws Malformed */
export const stripImage = async (format: ImageFormat, bytes: Bytes): Promise<StrippedInPart> => ({
  remains: [],
  ...(await STRIPPERS[format](bytes)),
})
