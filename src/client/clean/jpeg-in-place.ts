import { readExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import { readable, startsAt } from './texts.ts'
import { type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const [SCAN, APP1, APP13, APP14, APP15, COMMENT] = [0xda, 0xe1, 0xed, 0xee, 0xef, 0xfe]

/** Overwrites the traces in the head of a picture that lies within another file, whose length must stay. */
export const blankJpegTraces = (bytes: Uint8Array): Trace[] => {
  const found: Trace[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== SCAN; ) {
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    const content = bytes.subarray(at + 4, end)
    if (marker === COMMENT || isForeign(marker, content)) {
      found.push(...tracesIn(marker, content))
      content.fill(0)
    }
    at = Math.max(end, at + 4)
  }
  return found
}

/** Whether a segment is an application's own: neither the head of the picture nor how its colours are meant. */
const isForeign = (marker: number, content: Uint8Array): boolean =>
  marker >= APP1 && marker <= APP15 && marker !== APP14 && !startsAt(content, 0, 'ICC_PROFILE')

const tracesIn = (marker: number, content: Uint8Array): readonly Trace[] => {
  if (marker === COMMENT) return [trace('words', readable(content))]
  if (marker === APP13) return readIptc(content)
  if (marker !== APP1) return content.every((byte) => byte === 0) ? [] : [trace('hidden')]
  return startsAt(content, 0, 'Exif\0\0') ? readExif(content.subarray(6)).found : readXmp(content)
}
