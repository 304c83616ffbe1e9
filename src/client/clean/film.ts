import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Box, boxesIn, firstBoxes, holdsItems, purposeOf } from './boxes.ts'
import { eraseBeside } from './film-beside.ts'
import { tracesInTable, tracesOfPlaces } from './film-tables.ts'
import { tracesInBox } from './film-traces.ts'
import { fromLatin, latin, startsAt } from './texts.ts'
import { Malformed, type StrippedInPart, type Trace, trace } from './trace.ts'

/** Boxes that hold others. */
const PARENTS = ['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']

/** What tells of people and devices, or is left over; nothing plays by it. The second row is of cameras and telephones. */
const ERASED = [
  ...['udta', 'meta', 'uuid', 'free', 'skip', 'prft', 'Xtra'],
  ...['sefd', 'frea', 'pnot', 'PICT', 'thum', 'junk', 'udat'],
]

/** The heads that say when something was made. */
const DATED = ['mvhd', 'tkhd', 'mdhd']

/** What a film plays by and nothing more; any other box may hold whatever its maker wanted. */
const PLAIN = [
  ...['ftyp', 'styp', 'sidx', 'mdat', 'wide', 'mfra', 'pdin', 'edts', 'tref', 'vmhd', 'smhd', 'gmhd'],
  ...['nmhd', 'tapt', 'clip', 'load', 'iods', 'mvex', 'elng', 'mfhd', 'tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd'],
]

const KNOWN = [...PARENTS, ...ERASED, ...DATED, ...PLAIN]

/** Tracks of pictures and sound; others hold places, times or words beside them. */
const TRACKS = ['vide', 'soun', 'hint', 'pict', 'auxv']

/** What films and sounds call themselves first. Raw photographs are made of the same boxes, and must not be taken for one. */
const FILMS =
  /^(isom|iso[2-9a-d]|mp[47][12]|avc1|hvc1|qt {2}|M4[ABPV] |M4V[HP]|3g[2egprs][\da-z]|f4v |F4[ABPV] |mmp4|MSNV|XAVC|dash|msdh|cmf[2cfls]|dby1|CAEP|caqv|niko|pana|ssc\d|NDS[CHMPSX]|KDDI|mqt )$/

/** Whether bytes are surely a film or a sound in the boxes of MP4 and QuickTime. */
export const isFilm = (bytes: Uint8Array): boolean => {
  if (startsAt(bytes, 4, 'moov')) return true
  if (!startsAt(bytes, 4, 'ftyp') || !FILMS.test(latin(bytes.subarray(8, 12)))) return false
  return firstBoxes(bytes, 0, bytes.length).some(({ type }) => type === 'moov' || type === 'moof')
}

/** Names by which makers of cameras and telephones call their films, and those that say how any film is played. */
const [MAKERS, GENERAL] = [
  /^(CAEP|caqv|niko|pana|ssc\d|NDS[CHMPSX]|KDDI|XAVC|MSNV)$/,
  /^(isom|iso[2-9a-d]|mp4[12]|avc1|hvc1|qt {2}|M4[AV] |3g[2egprs][\da-z])$/,
]

/** A film that goes by its maker's name goes by a general one instead, if it has one; else the name stays. */
const unbrand = (bytes: Bytes, { start, end }: Box): Told => {
  const places = [
    start,
    ...Array.from({ length: Math.floor((end - start) / 4) - 2 }, (_, place) => start + 8 + place * 4),
  ]
  const brandAt = (at: number): string => latin(bytes.subarray(at, at + 4))
  const general = places.map(brandAt).find((brand) => GENERAL.test(brand))
  const makers = places.filter((at) => MAKERS.test(brandAt(at)))
  const found = makers.map((at) => trace('device', brandAt(at)))
  if (general === undefined) return told([], found)
  for (const at of makers) bytes.set(fromLatin(general), at)
  return told(found)
}

/** What was taken out, and what is still there. */
export type Told = Omit<StrippedInPart, 'bytes'>

export const told = (found: readonly Trace[], remains: readonly Trace[] = []): Told => ({ found, remains })

/**
 * A film whose traces are overwritten where they stand, so that its tables of places stay right. Pictures and sound stay as
 * they are. @throws Malformed
 */
export const stripFilm = (bytes: Bytes): StrippedInPart => {
  const clean = bytes.slice()
  const beside = told(eraseBeside(clean, (type) => KNOWN.includes(type)))
  return { bytes: clean, ...together([beside, stretch(clean, 0, clean.length, '')]) }
}

const stretch = (bytes: Bytes, from: number, to: number, parent: string): Told =>
  together(boxesIn(bytes, from, to).map((box) => stripBox(bytes, box, parent)))

/** What several parts tell. */
export const together = (parts: readonly Told[]): Told =>
  told(
    parts.flatMap(({ found }) => found),
    parts.flatMap(({ remains }) => remains),
  )

/** Overwrites what one box and those in it tell. @throws Malformed */
export const stripBox = (bytes: Bytes, box: Box, parent: string): Told => {
  const { type, start, end } = box
  if (PARENTS.includes(type)) return stretch(bytes, start, end, type)
  if (isUsed(bytes, box, parent)) return told([], [trace('hidden', type)])
  if (ERASED.includes(type)) return told(eraseBox(bytes, box))
  if (DATED.includes(type)) return told(undate(bytes, box))
  if (type === 'ftyp') return unbrand(bytes, box)
  if (type === 'dinf') return told([], tracesOfPlaces(bytes, box))
  if (type === 'stbl') return told(tracesInTable(bytes, box))
  if (type === 'hdlr') return told(unname(bytes, box), parent === 'mdia' ? trackBeside(bytes, box) : [])
  return told([], PLAIN.includes(type) ? [] : [trace('hidden', type)])
}

/** What a player may need, or what names bytes elsewhere that would stay: keys of pieces, and lists of items. */
const isUsed = (bytes: Bytes, box: Box, parent: string): boolean =>
  box.type === 'uuid' ? parent === 'moof' || parent === 'traf' : holdsItems(bytes, box)

/** A track that is neither pictures nor sound stays, and nobody looks into it. */
const trackBeside = (bytes: Bytes, box: Box): Trace[] => {
  const kind = purposeOf(bytes, box)
  return TRACKS.includes(kind) ? [] : [trace('hidden', kind)]
}

/** Becomes empty room, which every player passes over. */
export const eraseBox = (bytes: Bytes, box: Box): Trace[] => {
  const found = tracesInBox(bytes, box)
  bytes.set(fromLatin('free'), box.at + 4)
  bytes.fill(0, box.start, box.end)
  return found
}

/** Seconds from the beginning of 1904, by which these files count, to that of 1970. */
const EPOCH = 2_082_844_800

/** Created and changed: two times of four bytes, in the newer form of eight. */
const undate = (bytes: Bytes, { start, end }: Box): Trace[] => {
  const width = bytes[start] === 1 ? 8 : 4
  const from = start + 4
  if (from + 2 * width > end) throw new Malformed()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seconds = width === 8 ? Number(view.getBigUint64(from)) : view.getUint32(from)
  const day = new Date((seconds - EPOCH) * 1000)
  const isTold = bytes.subarray(from, from + 2 * width).some((byte) => byte !== 0)
  bytes.fill(0, from, from + 2 * width)
  return isTold ? [trace('time', Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 16))] : []
}

/** After what kind of track it is, the maker's sign, and a free name, in which the writing program signs. */
export const unname = (bytes: Bytes, { start, end }: Box): Trace[] => {
  if (start + 24 > end) throw new Malformed()
  const found = [bytes.subarray(start + 12, start + 16), bytes.subarray(start + 24, end)].map((name) =>
    trace('software', latin(name)),
  )
  bytes.fill(0, start + 12, end)
  return found.filter(({ value }) => value !== '')
}
