import type { Bytes } from '../../../crypto/wire/index.ts'
import { readable, startsAt } from './texts.ts'
import { type Trace, type TraceKind, trace } from './trace.ts'

/** What a picture's Exif block tells: its traces, and how the picture has to be turned, 1 (as it is) to 8. */
export interface Exif {
  readonly found: readonly Trace[]
  readonly orientation: number
}

const ORIENTATION = 0x0112
const THUMBNAIL = 0x0201
const GPS_FOLDER = 0x8825
const SUBFOLDERS = [0x8769, GPS_FOLDER, 0xa005]

/** Fields whose texts are shown, by their number (Exif 3.0, annex of tags). */
const TEXTS: Readonly<Record<number, TraceKind>> = {
  269: 'words',
  270: 'words',
  271: 'device',
  272: 'device',
  285: 'words',
  305: 'software',
  306: 'time',
  315: 'person',
  316: 'device',
  33432: 'person',
  36867: 'time',
  36868: 'time',
  37510: 'words',
  40093: 'person',
  42016: 'id',
  42032: 'person',
  42033: 'device',
  42035: 'device',
  42036: 'device',
  42037: 'device',
  42038: 'words',
  42039: 'person',
  42040: 'person',
}

/** Bytes of one value, by the number of its type; the last is UTF-8, since Exif 3.0. */
const SIZES: Readonly<Record<number, number>> = {
  ...[0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4],
  129: 1,
}

/** More fields than any camera writes; what is malformed may name millions. */
const FIELDS = 2_000

export interface Field {
  readonly tag: number
  readonly type: number
  readonly bytes: Uint8Array
  /** Where its twelve bytes stand, which hold a short value too. */
  readonly entry: number
}

/** A list of fields; a picture is one of the first row, and what it is about stands in folders below. */
interface Folder {
  readonly at: number
  readonly below: boolean
  readonly fields: Field[]
}

/** The fields of a block, each folder once. What points outside is left out: it holds nothing. */
export class Block {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #seen = new Set<number>()
  readonly little: boolean
  readonly fields: Field[] = []
  readonly folders: Folder[] = []
  /** Whether a field was left out, or a list of them is cut off. */
  odd = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.little = startsAt(bytes, 0, 'II')
    if (bytes.length >= 8) this.#folder(this.#u32(4), false)
  }

  #u16 = (at: number): number => this.#view.getUint16(at, this.little)
  #u32 = (at: number): number => this.#view.getUint32(at, this.little)

  /** A short or a long number at the start of a value. */
  number(field: Field): number {
    return this.numbers(field)[0] ?? 0
  }

  /** All short or long numbers of a value. */
  numbers({ bytes, type }: Field): number[] {
    const at = bytes.byteOffset - this.#bytes.byteOffset
    const [width, read] = type === 3 ? [2, this.#u16] : [4, this.#u32]
    return Array.from({ length: Math.floor(bytes.length / width) }, (_, place) => read(at + place * width))
  }

  /** Degrees, minutes and seconds as one number. */
  degrees({ bytes }: Field): number {
    const start = bytes.byteOffset - this.#bytes.byteOffset
    const parts = [0, 8, 16].map((at) =>
      at + 8 <= bytes.length ? this.#u32(start + at) / (this.#u32(start + at + 4) || 1) : 0,
    )
    return parts.reduceRight((sum, part) => sum / 60 + part, 0)
  }

  #folder(at: number, below: boolean): void {
    if (this.#seen.has(at)) return
    this.#seen.add(at)
    const end = at + 2 > this.#bytes.length ? Number.POSITIVE_INFINITY : at + 2 + this.#u16(at) * 12
    this.odd ||= end > this.#bytes.length
    if (end === Number.POSITIVE_INFINITY) return
    const folder = { at, below, fields: [] }
    this.folders.push(folder)
    for (let entry = at + 2; entry < end && entry + 12 <= this.#bytes.length; entry += 12) this.#field(folder, entry)
    if (end + 4 <= this.#bytes.length && this.#u32(end) > 0) this.#folder(this.#u32(end), below)
  }

  #field(folder: Folder, entry: number): void {
    const tag = this.#u16(entry)
    const type = this.#u16(entry + 2)
    const size = (SIZES[type] ?? 0) * this.#u32(entry + 4)
    const at = size > 4 ? this.#u32(entry + 8) : entry + 8
    if (size === 0 || at + size > this.#bytes.length || this.fields.length >= FIELDS) {
      this.odd = true
      return
    }
    const field = { tag, type, bytes: this.#bytes.subarray(at, at + size), entry }
    this.fields.push(field)
    folder.fields.push(field)
    if (SUBFOLDERS.includes(tag)) this.#folder(this.number(field), true)
  }
}

/** Reads an Exif block, which is a TIFF file of its own. */
export const readExif = (tiff: Uint8Array): Exif => {
  const block = new Block(tiff)
  const field = (tag: number): Field | undefined => block.fields.find((one) => one.tag === tag)
  const turned = field(ORIENTATION)
  const orientation = turned === undefined ? 1 : block.number(turned)
  const [latitude, longitude] = [field(0x0002), field(0x0004)]
  const located = latitude !== undefined && longitude !== undefined && field(GPS_FOLDER) !== undefined
  const place = located ? `${block.degrees(latitude).toFixed(5)}, ${block.degrees(longitude).toFixed(5)}` : null
  return {
    found: [
      ...(place === null ? [] : [trace('place', place)]),
      ...(field(THUMBNAIL) ? [trace('thumbnail')] : []),
      ...block.fields.flatMap(({ tag, bytes }) => {
        const kind = TEXTS[tag]
        return kind === undefined ? [] : [trace(kind, textOf(tag, bytes))]
      }),
    ].filter(({ kind, value }) => kind === 'thumbnail' || value !== ''),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
  }
}

/** The author as Windows writes it is UTF-16; a comment begins with the name of its encoding. */
const textOf = (tag: number, bytes: Uint8Array): string => {
  if (tag === 0x9c9d) return new TextDecoder('utf-16le').decode(bytes)
  return readable(tag === 0x9286 ? bytes.subarray(8) : bytes)
}

/** The smallest Exif block, 26 bytes: how the picture has to be turned, and nothing else. */
export const turningExif = (orientation: number): Bytes => {
  const block = new Uint8Array(26)
  const view = new DataView(block.buffer)
  view.setUint16(0, 0x4d4d)
  view.setUint16(2, 42)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, ORIENTATION)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return block
}
