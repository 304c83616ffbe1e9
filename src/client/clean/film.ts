import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Box, boxesIn } from './boxes.ts'
import { tracesInTable, tracesOfPlaces } from './film-tables.ts'
import { tracesInBox } from './film-traces.ts'
import type { StrippedDocument } from './office.ts'
import { fromLatin, latin, startsAt } from './texts.ts'
import { Malformed, type Trace, trace } from './trace.ts'

/** Boxes that hold others. */
const PARENTS = ['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']

/** What tells of people and devices, or is left over; nothing plays by it. */
const ERASED = ['udta', 'meta', 'uuid', 'free', 'skip', 'prft', 'Xtra']

/** The heads that say when something was made. */
const DATED = ['mvhd', 'tkhd', 'mdhd']

/** What a film plays by and nothing more; any other box may hold whatever its maker wanted. */
const PLAIN = [
  ...['ftyp', 'styp', 'sidx', 'mdat', 'wide', 'mfra', 'pdin', 'edts', 'tref', 'vmhd', 'smhd', 'gmhd'],
  ...['nmhd', 'tapt', 'clip', 'load', 'iods', 'mvex', 'elng', 'mfhd', 'tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd'],
]

/** Tracks of pictures and sound; others hold places, times or words beside them. */
const TRACKS = ['vide', 'soun', 'hint']

/** Whether bytes are a film or a sound in the boxes of MP4 and QuickTime. */
export const isFilm = (bytes: Uint8Array): boolean =>
  (startsAt(bytes, 4, 'ftyp') && !startsAt(bytes, 8, RAW)) || startsAt(bytes, 4, 'moov')

/** A camera's raw picture lies in such boxes too, and what is erased in a film it is made of. */
const RAW = 'crx '

/** What was taken out, and what is still there. */
type Told = Omit<StrippedDocument, 'bytes'>

const told = (found: readonly Trace[], remains: readonly Trace[] = []): Told => ({ found, remains })

/**
 * A film whose traces are overwritten where they stand, so that its tables of places stay right. Pictures and sound stay as
 * they are. @throws Malformed (also where nothing plays: whatever it is, erasing could take what shows it)
 */
export const stripFilm = (bytes: Bytes): StrippedDocument => {
  const plays = boxesIn(bytes, 0, bytes.length).some(({ type }) => type === 'moov' || type === 'moof')
  if (!plays) throw new Malformed()
  const clean = bytes.slice()
  return { bytes: clean, ...stretch(clean, 0, clean.length, '') }
}

const stretch = (bytes: Bytes, from: number, to: number, parent: string): Told => {
  const all = boxesIn(bytes, from, to).map((box) => strip(bytes, box, parent))
  return told(
    all.flatMap(({ found }) => found),
    all.flatMap(({ remains }) => remains),
  )
}

const strip = (bytes: Bytes, box: Box, parent: string): Told => {
  const { type, start, end } = box
  if (PARENTS.includes(type)) return stretch(bytes, start, end, type)
  if (ERASED.includes(type)) return told(erase(bytes, box))
  if (DATED.includes(type)) return told(undate(bytes, box))
  if (type === 'dinf') return told([], tracesOfPlaces(bytes, box))
  if (type === 'stbl') return told(tracesInTable(bytes, box))
  if (type === 'hdlr') return told(unname(bytes, box), parent === 'mdia' ? trackBeside(bytes, box) : [])
  return told([], PLAIN.includes(type) ? [] : [trace('hidden', type)])
}

/** A track that is neither pictures nor sound stays, and nobody looks into it. */
const trackBeside = (bytes: Bytes, { start }: Box): Trace[] => {
  const kind = latin(bytes.subarray(start + 8, start + 12))
  return TRACKS.includes(kind) ? [] : [trace('hidden', kind)]
}

/** Becomes empty room, which every player passes over. */
const erase = (bytes: Bytes, box: Box): Trace[] => {
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

/** After what kind of track it is, a free name, in which the writing program signs. */
const unname = (bytes: Bytes, { start, end }: Box): Trace[] => {
  if (start + 24 > end) throw new Malformed()
  const name = bytes.subarray(start + 24, end)
  const { value } = trace('software', latin(name))
  name.fill(0)
  return value === '' ? [] : [trace('software', value)]
}
