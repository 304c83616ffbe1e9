import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { exifBlock, known } from './exif.ts'
import { box } from './films.ts'
import { xmp } from './pictures.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const u16 = (...values: number[]): Bytes => Uint8Array.from(values.flatMap((value) => [value >> 8, value & 0xff]))
const u32 = (...values: number[]): Bytes => concat(...values.map((value) => u16(value >>> 16, value & 0xffff)))

/** A picture of such a file, or what is told of one. Without a place no table says where it is. */
interface Item {
  readonly type: string
  readonly data: Uint8Array
  readonly name?: string
  readonly form?: string
  readonly unplaced?: true
}

/** What else may be in it. */
interface More {
  readonly brands?: string
  readonly properties?: readonly Uint8Array[]
  readonly inMeta?: readonly Uint8Array[]
  readonly behind?: readonly Uint8Array[]
}

/** The picture itself. */
export const points = 'the points of a picture'
export const picture: Item = { type: 'hvc1', data: signs(points) }
export const exifItem = (head = '\0\0\0\x06Exif\0\0', data: Uint8Array = exifBlock()): Item => ({
  ...{ type: 'Exif', data: concat(signs(head), data) },
})
export const xmpItem = (text = xmp): Item => ({ type: 'mime', form: 'application/rdf+xml', data: signs(text) })

/** A file as telephones write it: tables of its items and of where each stands, and all of them behind. */
export const heif = (items: readonly Item[], more: More = {}): Bytes => {
  const { brands = 'heic\0\0\0\0mif1heic', properties = [], inMeta = [], behind = [] } = more
  const entries = items.map(({ type, name = '', form }, place) =>
    box('infe', Uint8Array.of(2, 0, 0, 0), u16(place + 1, 0), signs(`${type}${name}\0${form ? `${form}\0` : ''}`)),
  )
  const handler = box('hdlr', u32(0, 0), signs('pict'), u32(0, 0, 0), signs('\0'))
  const head = (start: number): Bytes => {
    let at = start
    const places = items.map(({ data, unplaced }, place) => {
      at += data.length
      return unplaced ? new Uint8Array() : concat(u16(place + 1, 0, 1), u32(at - data.length, data.length))
    })
    const placed = items.filter(({ unplaced }) => !unplaced).length
    const meta = box(
      'meta',
      ...[u32(0), handler, box('pitm', u32(0), u16(1)), box('iinf', u32(0), u16(items.length), ...entries)],
      box('iprp', box('ipco', box('ispe', u32(0, 24, 16)), ...properties), box('ipma', u32(0, 0))),
      box('iloc', u32(0), Uint8Array.of(0x44, 0), u16(placed), ...places),
      ...inMeta,
    )
    return concat(box('ftyp', signs(brands)), meta)
  }
  const start = head(0).length + 8
  return concat(head(start), box('mdat', ...items.map(({ data }) => data)), ...behind)
}

/** Exif of one text: what kind of value it is, and how it is written. */
export const oneField = (tag: number, type: number, text: string, between = ''): Bytes =>
  concat(
    signs('MM\0*'),
    u32(8),
    u16(1, tag, type),
    u32(text.length, 26 + between.length, 0),
    signs(`${between}${text}`),
  )

/** A raw photograph in the boxes of a film: what a program needs to open it lies in boxes of its maker's. */
export const raw = (): Bytes =>
  concat(
    box('ftyp', signs('crx \0\0\0\x01crx isom')),
    box('moov', box('uuid', signs(`0123456789abcdef how to develop it, by ${known.owner}`))),
    box('mdat', signs(points)),
  )
