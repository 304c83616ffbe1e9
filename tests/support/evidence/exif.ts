import { concat } from '../../../crypto/wire/index.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(`${words}\0`)

interface Field {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly data: Uint8Array
}

const ascii = (tag: number, words: string): Field => ({ tag, type: 2, count: words.length + 1, data: text(words) })
const short = (tag: number, value: number): Field => ({ tag, type: 3, count: 1, data: Uint8Array.of(value, 0) })
const long = (tag: number, value: number): Field => ({ tag, type: 4, count: 1, data: u32(value) })

const u32 = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer)

const degrees = (tag: number, parts: readonly number[]): Field => ({
  ...{ tag, type: 5, count: 3 },
  data: concat(...parts.map((part) => concat(u32(part * 100), u32(100)))),
})

/** A folder of fields at a place, its longer values behind it. */
const folder = (at: number, fields: readonly Field[], next = 0): Uint8Array => {
  let after = at + 2 + fields.length * 12 + 4
  const values: Uint8Array[] = []
  const entries = fields.map(({ tag, type, count, data }) => {
    const head = concat(new Uint8Array(Uint16Array.of(tag, type).buffer), u32(count))
    if (data.length <= 4) return concat(head, data, new Uint8Array(4 - data.length))
    values.push(data)
    const entry = concat(head, u32(after))
    after += data.length
    return entry
  })
  return concat(new Uint8Array(Uint16Array.of(fields.length).buffer), ...entries, u32(next), ...values)
}

/** What the Exif block of these tests tells. */
export const known = {
  owner: 'Amara Okonkwo-Lindqvist',
  serial: 'SN-4471-880213',
  maker: 'Halvorsen Optics',
  place: '46.22500, 6.14083',
}

/** An Exif block as a camera writes it: place, owner, serial number, and a picture of its own. Turned by 90 degrees. */
export const exifBlock = (): Uint8Array => {
  const fields = (exif: number, gps: number) => [
    ascii(0x010f, known.maker),
    short(0x0112, 6),
    ascii(0x013b, known.owner),
    long(0x8769, exif),
    long(0x8825, gps),
  ]
  const size = folder(8, fields(0, 0)).length
  const exif = folder(8 + size, [ascii(0xa431, known.serial)])
  const places = [degrees(2, [46, 13, 30]), degrees(4, [6, 8, 27])]
  const gps = folder(8 + size + exif.length, places)
  const thumbnail = 8 + size + exif.length + gps.length
  const first = folder(8, fields(8 + size, 8 + size + exif.length), thumbnail)
  const picture = new TextEncoder().encode('a small picture of the same thing')
  const placed = folder(thumbnail, [long(0x0201, thumbnail + 30), long(0x0202, picture.length)])
  return concat(new TextEncoder().encode('II*\0'), u32(8), first, exif, gps, placed, picture)
}
