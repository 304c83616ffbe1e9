import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { Block, type Field, readExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import { blankJpegTraces } from './jpeg-in-place.ts'
import { commonProfile, replaceProfile } from './profile.ts'
import { startsAt } from './texts.ts'
import { type Stretch, type StrippedInPart, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** Fields without which a picture is not shown as it is (TIFF 6.0): how it is made, how large, how turned. */
const SHOWN = [
  ...[
    254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 286, 287,
  ],
  ...[
    290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341,
  ],
  ...[342, 347, 529, 530, 531, 532, 32995, 32996, 32997, 32998],
]

/** Fields that tell of it, and folders of them: words, devices, people, times, places and what is left over. */
const [XMP, IPTC, PHOTOSHOP, PROFILE] = [700, 33723, 34377, 34675]
/** Where on Earth the corners of a picture are, as map makers and drones write it (OGC GeoTIFF). */
const ON_EARTH = [33550, 33922, 34264, 34735, 34736, 34737]
const TELLING = [
  ...[269, 270, 271, 272, 285, 288, 289, 305, 306, 315, 316, 333, 337, 32781, 33432, 34665, 34853],
  ...[18246, 18249, 40091, 40092, 40093, 40094, 40095, 50341, 59932, 59933, XMP, IPTC, PHOTOSHOP],
  // Layers and notes of Photoshop's, which are drawn in the picture too, words of map makers, and who signed it.
  ...[37724, 50255, 42112, 52545, ...ON_EARTH],
]

/** A maker's own field within what tells of the picture: where it is, the points may need it. */
const MAKER = 37500

/** Where the points lie, in strips or tiles, and how long each is. */
const POINTS = [
  [273, 279],
  [324, 325],
] as const
const [KIND, SMALL, TABLES] = [254, 1, 347]

/** Whether bytes are a picture in the form of TIFF, as scanners write them. */
export const isTiff = (bytes: Uint8Array): boolean => startsAt(bytes, 0, 'II*\0') || startsAt(bytes, 0, 'MM\0*')

/**
 * A TIFF of which only what shows its pictures is left, each byte in its place, with profiles of colours as everybody has
 * them. One with a field that is neither known to
 * be needed nor known to tell, such as what a camera wrote without developing it, stays as it is, and what it tells is
 * said. Null where there is no picture.
 */
export const stripTiff = (bytes: Bytes): StrippedInPart | null => {
  const block = new Block(bytes)
  if (block.fields.length === 0) return null
  const told = tracesIn(bytes, block)
  const points = pointsOf(bytes, block)
  if (points === null || !isUnderstood(block)) return { bytes, found: [], remains: [...told, trace('hidden')] }
  const clean = onlyShown(bytes, block, points)
  const tables = block.fields.filter(({ tag }) => tag === TABLES).map((field) => stretchOf(bytes, field))
  // Points that are packed as JPEG can hold what a JPEG of its own does.
  const jpegs = [...points, ...tables]
    .map(([from, to]) => clean.subarray(from, to))
    .filter((packed) => startsAt(packed, 0, '\xff\xd8'))
    .map(blankJpegTraces)
  const profiles = block.fields
    .filter((field) => isProfile(bytes, field))
    .map((field) => replaceProfile(clean.subarray(...stretchOf(bytes, field))))
  const found = [...told, ...[...jpegs, ...profiles].flatMap((part) => part?.found ?? [])]
  const less = clean.some((byte, at) => byte !== bytes[at])
  const small = block.fields.some((field) => field.tag === KIND && block.number(field) & SMALL)
  return {
    bytes: clean,
    found: less && found.length === 0 ? [trace('hidden')] : found,
    remains: [
      ...(small ? [trace('thumbnail')] : []),
      ...(jpegs.every(({ isWhole }) => isWhole) ? [] : [trace('hidden')]),
      ...profiles.flatMap((profile) => profile?.remains ?? []),
    ],
  }
}

const isUnderstood = ({ odd, folders }: Block): boolean =>
  !odd &&
  folders.every(({ below, fields }) =>
    fields.every(({ tag }) => (below ? tag !== MAKER : [...SHOWN, ...TELLING, PROFILE].includes(tag))),
  )

/** Where the points of all pictures lie; null where that is not said, or is not in the file. */
const pointsOf = (bytes: Uint8Array, block: Block): Stretch[] | null => {
  const stretches = block.folders
    .filter(({ below }) => !below)
    .map(({ fields }) => {
      const numbers = (tag: number): number[] => {
        const field = fields.find((one) => one.tag === tag)
        return field === undefined ? [] : block.numbers(field)
      }
      return POINTS.flatMap(([places, lengths]) => {
        const sizes = numbers(lengths)
        return numbers(places).map((at, index): Stretch => [at, at + (sizes[index] ?? Number.NaN)])
      })
    })
  const isThere = stretches.every((one) => one.length > 0 && one.every(([, to]) => to <= bytes.length))
  return isThere ? stretches.flat() : null
}

/** A file of zeros, into which goes what is needed. */
const onlyShown = (bytes: Bytes, block: Block, points: readonly Stretch[]): Bytes => {
  const clean = new Uint8Array(bytes.length)
  const view = new DataView(clean.buffer)
  const keep = ([from, to]: Stretch): void => clean.set(bytes.subarray(from, to), from)
  for (const one of [[0, 8] as const, ...points]) keep(one)
  for (const { at, fields } of block.folders.filter(({ below }) => !below)) {
    const shown = fields.filter((field) => SHOWN.includes(field.tag) || isProfile(bytes, field))
    for (const field of shown) if (field.bytes.length > 4) keep(stretchOf(bytes, field))
    view.setUint16(at, shown.length, block.little)
    const end = at + 2 + fields.length * 12
    const entries = shown.map(({ entry }) => bytes.subarray(entry, entry + 12))
    clean.set(concat(...entries, bytes.subarray(end, end + 4)), at + 2)
  }
  return clean
}

/** A profile of colours that can be read; any other goes. */
const isProfile = (bytes: Bytes, field: Field): boolean =>
  field.tag === PROFILE && commonProfile(bytes.subarray(...stretchOf(bytes, field))) !== null

const stretchOf = (bytes: Uint8Array, field: Field): Stretch => {
  const from = field.bytes.byteOffset - bytes.byteOffset
  return [from, from + field.bytes.length]
}

const tracesIn = (bytes: Uint8Array, { fields }: Block): Trace[] => [
  ...readExif(bytes).found,
  ...(fields.some(({ tag }) => ON_EARTH.includes(tag)) ? [trace('place')] : []),
  ...fields.flatMap((field) => {
    if (field.tag === XMP) return readXmp(field.bytes)
    return field.tag === IPTC || field.tag === PHOTOSHOP ? readIptc(field.bytes) : []
  }),
]
