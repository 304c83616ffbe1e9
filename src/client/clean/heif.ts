import type { Bytes } from '../../../crypto/wire/index.ts'
import { eraseExif, readExif } from './exif.ts'
import { latin } from './texts.ts'
import { type Stripped, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const BRANDS = /^....ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1|avif|avis)/s

/** Whether bytes are a picture of the kind that telephones make: HEIC or AVIF. */
export const isHeif = (bytes: Uint8Array): boolean => BRANDS.test(latin(bytes.subarray(0, 12)))

/**
 * A HEIC or AVIF whose Exif and XMP are overwritten where they stand: its tables name places in the file, so nothing may
 * move. How it is turned stands elsewhere in such files and stays.
 */
export const stripHeif = (bytes: Bytes): Stripped => {
  const clean = bytes.slice()
  const text = latin(bytes)
  const found: Trace[] = []
  for (const { index } of text.matchAll(/II\*\0|MM\0\*/g)) {
    const exif = clean.subarray(index)
    found.push(...readExif(exif).found)
    eraseExif(exif)
  }
  for (const { index, 0: packet } of text.matchAll(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g)) {
    const told = readXmp(bytes.subarray(index, index + packet.length))
    found.push(...(told.length > 0 ? told : [trace('hidden')]))
    clean.fill(0x20, index, index + packet.length)
  }
  return { bytes: clean, found }
}
