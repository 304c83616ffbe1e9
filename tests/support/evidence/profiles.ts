import { crc32, deflateSync } from 'node:zlib'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { plain, riff, segment } from './pictures.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const u32 = (...values: readonly number[]): Bytes => {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, place) => {
    buffer.writeInt32BE(value, place * 4)
  })
  return Uint8Array.from(buffer)
}

type Parts = readonly (readonly [string, Uint8Array])[]

/** A profile of colours whose maker signed each place that there is for it. */
export const profileWith = (kind: string, name: string, parts: Parts): Bytes =>
  bareProfile(kind, [
    ['desc', concat(signs('desc'), u32(0, name.length + 1), signs(`${name}\0`), new Uint8Array(78))],
    ['cprt', signs(`text\0\0\0\0${name}\0`)],
    ['vcgt', signs(`vcgt\0\0\0\0${name}`)],
    ...parts,
  ])

/** A profile that says only this. */
export const bareProfile = (kind: string, all: Parts): Bytes => {
  let at = 132 + all.length * 12
  const table = all.map(([tag, content]) => {
    at += content.length
    return concat(signs(tag), u32(at - content.length, content.length))
  })
  const head = concat(
    ...[u32(at), signs('Vtrl'), u32(0x02400000), signs(`mntr${kind}`), new Uint8Array(12).fill(7), signs('acspVtrl')],
    ...[u32(0), signs('VtrlVtrl'), u32(0, 0, 0, 63_190, 65_536, 54_061), signs('Vtrl'), new Uint8Array(44).fill(7)],
  )
  return concat(head, u32(all.length), ...table, ...all.map(([, content]) => content))
}

export const xyz = (...values: readonly number[]): Bytes =>
  concat(signs('XYZ \0\0\0\0'), u32(...values.map((value) => Math.round(value * 65_536))))
export const power = (value: number): Bytes =>
  concat(signs('curv\0\0\0\0'), u32(1), Uint8Array.of(Math.floor(value), Math.round((value % 1) * 256)))
/** The curve of sRGB, in a table as older programs write it. */
export const bent = (size = 1024): Bytes => {
  const numbers = Array.from({ length: size }, (_, place) => {
    const x = place / (size - 1)
    return Math.round(65_535 * (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
  })
  return concat(signs('curv\0\0\0\0'), u32(size), Uint8Array.from(numbers.flatMap((one) => [one >> 8, one & 0xff])))
}

type Three = readonly [number, number, number]

/** A profile of a screen by the light of its three colours and one curve for all. */
export const screen = (name: string, [red, green, blue]: readonly [Three, Three, Three], curve: Bytes): Bytes =>
  profileWith('RGB XYZ ', name, [
    ...[['wtpt', xyz(0.9505, 1, 1.0891)] as const, ['rXYZ', xyz(...red)] as const, ['gXYZ', xyz(...green)] as const],
    ...[['bXYZ', xyz(...blue)] as const, ['rTRC', curve] as const, ['gTRC', curve] as const, ['bTRC', curve] as const],
  ])

/** The lights of spaces that everybody has, as exiftool reads them from pictures of cameras and programs. */
export const lights = {
  p3: [
    [0.51512, 0.2412, -0.00105],
    [0.29198, 0.69225, 0.04189],
    [0.1571, 0.06657, 0.78407],
  ],
  adobe: [
    [0.60974, 0.31111, 0.01947],
    [0.20528, 0.62567, 0.06087],
    [0.14919, 0.06322, 0.74457],
  ],
} as const satisfies Record<string, readonly [Three, Three, Three]>

const le32 = (...values: readonly number[]): Bytes => concat(...values.map((value) => u32(value).toReversed()))
/** Where in a BMP its lines begin, how many it has, and how long one is with what fills it: three bytes a point. */
export const bmpLines = { at: 138, count: 4, length: 16, filled: 15 } as const

/** A BMP of five times four points in its latest edition, whose colours are said in a profile. */
export const bmp = (profile: Bytes, kind = 'DEBM', filler = 0): Bytes => {
  const { at, count, length, filled } = bmpLines
  const points = Uint8Array.from({ length: count * length }, (_, place) =>
    place % length < filled ? (place * 37) % 256 : filler,
  )
  const size = at + points.length
  return concat(
    ...[
      signs('BM'),
      le32(size + profile.length, 0, at, 124, 5, count),
      signs('\x01\0\x18\0'),
      le32(0, points.length, 2835, 2835, 0, 0),
    ],
    ...[
      new Uint8Array(16),
      signs(kind),
      new Uint8Array(48),
      le32(2, profile.length && size - 14, profile.length, 0),
      points,
      profile,
    ],
  )
}

const chunk = (type: string, content: Uint8Array): Bytes => {
  const named = concat(signs(type), content)
  return concat(u32(content.length), named, u32(crc32(named) | 0))
}

/** Pictures with a profile, in each form that can have one. */
export const coloured = {
  bmp: (profile: Bytes): Bytes => bmp(profile),
  jpeg: (profile: Bytes, part = 65_519): Bytes => {
    const count = Math.ceil(profile.length / part)
    const segments = Array.from({ length: count }, (_, place) =>
      segment(
        0xe2,
        concat(
          signs('ICC_PROFILE\0'),
          Uint8Array.of(place + 1, count),
          profile.slice(place * part, place * part + part),
        ),
      ),
    )
    return concat(plain.jpeg.subarray(0, 2), ...segments.toReversed(), plain.jpeg.subarray(2))
  },
  png: (profile: Bytes): Bytes =>
    concat(
      plain.png.subarray(0, 33),
      chunk('iCCP', concat(signs("Amara's screen\0\0"), deflateSync(profile))),
      plain.png.subarray(33),
    ),
  webp: (profile: Bytes): Bytes =>
    riff(
      'RIFF',
      concat(
        signs('WEBP'),
        riff('VP8X', Uint8Array.of(0x20, 0, 0, 0, 23, 0, 0, 15, 0, 0)),
        riff('ICCP', profile),
        plain.webp,
      ),
    ),
}
