import type { Bytes } from '../../../crypto/wire/index.ts'
import { eraseExif, readExif } from './exif.ts'
import type { StrippedDocument } from './office.ts'
import { latin, startsAt } from './texts.ts'
import { type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const BRANDS = /^(?:hei[cxms]|hev[cxms]|avi[cfos]|avc[is]|mif[12]|msf1|miaf|1pic)$/

/** More names than any file says that it goes by, in bytes. */
const NAMES = 256

/**
 * Whether bytes are a picture of the kind that telephones make: HEIC, AVIF or a relative of theirs. What it goes by first
 * is not always the name of a picture, so the others are asked too.
 */
export const isHeif = (bytes: Uint8Array): boolean => {
  if (!startsAt(bytes, 4, 'ftyp')) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = latin(bytes.subarray(8, Math.min(view.getUint32(0), NAMES))).match(/.{4}/gs) ?? []
  return names.some((name) => BRANDS.test(name))
}

/** What such a file is made of, besides the box that it begins with (ISO/IEC 14496-12). */
const BOXES = ['meta', 'mdat']

/** XMP, with its wrapper or without. */
const XMP = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>|<rdf:RDF[\s\S]*?<\/rdf:RDF>/g

/** Exif begins with its name or with a place of zero; the same four bytes within a picture are part of the picture. */
const EXIF = /(?<=Exif\0\0|\0\0\0\0)(?:II\*\0|MM\0\*)/g

/**
 * A HEIC or AVIF whose Exif and XMP are overwritten where they stand: its tables name places in the file, so nothing may
 * move. How it is turned stands elsewhere in such files and stays. A film that a telephone put behind it is told of.
 */
export const stripHeif = (bytes: Bytes): StrippedDocument => {
  const clean = bytes.slice()
  const text = latin(bytes)
  const found: Trace[] = []
  for (const { index } of text.matchAll(EXIF)) {
    const exif = clean.subarray(index)
    found.push(...readExif(exif).found)
    eraseExif(exif)
  }
  for (const { index, 0: packet } of text.matchAll(XMP)) {
    const told = readXmp(bytes.subarray(index, index + packet.length))
    found.push(...(told.length > 0 ? told : [trace('hidden')]))
    clean.fill(0x20, index, index + packet.length)
  }
  return { bytes: clean, found, remains: holdsMore(bytes) ? [trace('hidden')] : [] }
}

/** Whether a box belongs to the picture; empty room may be there too. */
const isPlain = (type: string, content: Uint8Array): boolean =>
  type === 'free' || type === 'skip' ? content.every((byte) => byte === 0) : type === 'ftyp' || BOXES.includes(type)

/** Whether anything stands beside the picture: another box, a second file, or what is no box at all. */
const holdsMore = (bytes: Bytes): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return true
    const type = latin(bytes.subarray(at + 4, at + 8))
    const size = sizeAt(view, at)
    if (size < 8 || at + size > bytes.length) return true
    if (!isPlain(type, bytes.subarray(at + 8, at + size)) || (type === 'ftyp' && at > 0)) return true
    at += size
  }
  return false
}

/** A size of 0 reaches to the end; after a size of 1 stands the true one in eight bytes. */
const sizeAt = (view: DataView, at: number): number => {
  const size = view.getUint32(at)
  if (size === 1) return at + 16 > view.byteLength ? 0 : Number(view.getBigUint64(at + 8))
  return size === 0 ? view.byteLength - at : size
}
