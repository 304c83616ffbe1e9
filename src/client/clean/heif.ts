import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { type Box, boxesIn, boxesInMeta, firstBoxes, purposeOf } from './boxes.ts'
import { readExif } from './exif.ts'
import { eraseBox, stripBox, type Told, together, told, unname } from './film.ts'
import { tracesOfPlaces } from './film-tables.ts'
import { type Item, itemsIn, placesIn } from './heif-items.ts'
import { blankJpegTraces } from './jpeg-in-place.ts'
import { replaceProfile } from './profile.ts'
import { fromLatin, latin, startsAt } from './texts.ts'
import { isTiff } from './tiff.ts'
import { Malformed, type Stretch, type StrippedInPart, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** Items that are pictures, or put some together. */
const PICTURES = /^(hvc1|hev1|lhv1|hvt1|av01|avc1|vvc1|evc1|jpeg|j2k1|unci|mski|grid|iovl|iden|tmap|tili)$/

/** What pictures are shown by, in numbers. */
const PROPERTIES =
  /^(hvcC|av1C|avcC|vvcC|evcC|lhvC|jpgC|j2kH|uncC|cmpd|ispe|pixi|pasp|clap|irot|imir|auxC|lsel|a1op|a1lx|clli|mdcv|cclv|amve|rloc|oinf|tols|iscl)$/

/** Words about a picture, and when it was made or changed. */
const TELLING = { udes: 'words', altt: 'words', crtt: 'time', mdft: 'time' } as const

const LEFT_OVER = ['free', 'skip']
/** Lists of items, by which a picture is found; what is in them is looked at with the items. */
const LISTS = ['pitm', 'iinf', 'iloc', 'iref', 'idat', 'grpl']

/** The `meta` of a picture: the one thing that all of them have in common, whatever they call themselves. */
const metaOf = (bytes: Uint8Array): Box | undefined =>
  firstBoxes(bytes, 0, bytes.length).find((box) => box.type === 'meta' && isOfPicture(bytes, box))

const isOfPicture = (bytes: Uint8Array, box: Box): boolean => {
  const [handler] = firstBoxes(bytes, box.start + 4, box.end)
  return handler?.type === 'hdlr' && purposeOf(bytes, handler) === 'pict'
}

/** Whether bytes are a picture of the kind that telephones make: HEIC, AVIF and others in the same boxes. */
export const isHeif = (bytes: Uint8Array): boolean => startsAt(bytes, 4, 'ftyp') && metaOf(bytes) !== undefined

/**
 * A HEIC or AVIF whose Exif and XMP are overwritten where they stand: its tables name places in the file, so nothing may
 * move. How it is turned stands elsewhere in such files and stays. What no table names, and a film that a telephone put
 * behind it, is told of. @throws Malformed, RangeError
 */
export const stripHeif = (bytes: Bytes): StrippedInPart => {
  const clean = bytes.slice()
  const boxes = firstBoxes(bytes, 0, bytes.length)
  const meta = metaOf(bytes)
  if (meta === undefined) throw new Malformed()
  const parts = [
    ...boxes.map((box) => (box.at === meta.at ? inMeta(clean, box, boxes) : beside(clean, box))),
    told([], (boxes.at(-1)?.end ?? 0) < bytes.length ? [trace('hidden')] : []),
  ]
  return { bytes: clean, ...together(parts) }
}

/** What telephones and programs put behind a picture for themselves, such as who signed it. */
const TRAILERS = ['sefd', 'uuid']

/** A box beside the one that says what is in the file. */
const beside = (bytes: Bytes, box: Box): Told => {
  if (LEFT_OVER.includes(box.type) || TRAILERS.includes(box.type)) return told(eraseBox(bytes, box))
  if (box.type === 'moov') return stripBox(bytes, box, '')
  return told([], box.type === 'mdat' || box.at === 0 ? [] : [trace('hidden', box.type)])
}

const inMeta = (bytes: Bytes, meta: Box, boxes: readonly Box[]): Told => {
  const parts = boxesInMeta(bytes, meta)
  const one = (type: string): Box | undefined => parts.find((box) => box.type === type)
  const [list, places, inside] = [one('iinf'), one('iloc'), one('idat')]
  const holders = [...boxes.filter(({ type }) => type === 'mdat'), ...(inside ? [inside] : [])]
  return together([
    ...parts.map((box) => partOf(bytes, box)),
    itemsOf(
      bytes,
      list === undefined ? [] : itemsIn(bytes, list),
      places === undefined ? new Map() : placesIn(bytes, places, inside?.start ?? 0),
      holders,
    ),
  ])
}

const partOf = (bytes: Bytes, box: Box): Told => {
  if (LEFT_OVER.includes(box.type)) return told(eraseBox(bytes, box))
  if (box.type === 'hdlr') return told(unname(bytes, box))
  if (box.type === 'dinf') return told([], tracesOfPlaces(bytes, box))
  if (box.type === 'iprp') return together(boxesIn(bytes, box.start, box.end).map((part) => propertiesOf(bytes, part)))
  return told([], LISTS.includes(box.type) ? [] : [trace('hidden', box.type)])
}

/** The properties of all pictures, beside the list of whose they are. */
const propertiesOf = (bytes: Bytes, { type, start, end }: Box): Told => {
  if (type === 'ipma') return told([])
  if (type !== 'ipco') return told([], [trace('hidden', type)])
  return together(boxesIn(bytes, start, end).map((box) => propertyOf(bytes, box)))
}

const propertyOf = (bytes: Bytes, box: Box): Told => {
  if (LEFT_OVER.includes(box.type)) return told(eraseBox(bytes, box))
  if (box.type === 'colr') return coloursOf(bytes, box)
  const kind = Object.entries(TELLING).find(([name]) => name === box.type)?.[1]
  if (kind === undefined) return told([], PROPERTIES.test(box.type) ? [] : [trace('hidden', box.type)])
  const content = bytes.subarray(box.start + 4, box.end)
  const found = isBlank(content) ? [] : [trace(kind, kind === 'words' ? latin(content) : '')]
  content.fill(0)
  return told(found)
}

/** How colours are coded is said in numbers, or by a profile. */
const coloursOf = (bytes: Bytes, { start, end }: Box): Told => {
  if (['nclx', 'nclc'].some((kind) => startsAt(bytes, start, kind))) return told([])
  const isProfile = ['prof', 'rICC'].some((kind) => startsAt(bytes, start, kind))
  const profile = isProfile ? replaceProfile(bytes.subarray(start + 4, end)) : null
  return profile ? told(profile.found, profile.remains) : told([], [trace('hidden', 'colr')])
}

/** More than the tiles of any picture: each is compared with each. */
const MOST_ITEMS = 4_096

type Places = ReadonlyMap<number, readonly Stretch[] | null>

const itemsOf = (bytes: Bytes, items: readonly Item[], places: Places, holders: readonly Box[]): Told => {
  const hold = ([from, to]: Stretch): boolean => holders.some(({ start, end }) => from >= start && to <= end)
  const alone = (item: number, [from, to]: Stretch): boolean =>
    [...places].every(([other, all]) => other === item || all?.every((one) => one[1] <= from || one[0] >= to))
  if (items.length * places.size > MOST_ITEMS ** 2) throw new Malformed()
  const all = items.map((item) => {
    const at = places.get(item.number)
    const mine = at?.every((stretch) => hold(stretch) && alone(item.number, stretch)) ? at : []
    return together([
      told(unnameItem(bytes, item)),
      itemOf(
        item,
        mine.map(([from, to]) => bytes.subarray(from, to)),
      ),
    ])
  })
  const named = [...places.values()].flatMap((stretches) => stretches ?? [])
  const left = holders.some(({ start, end }) => !isBlank(between(bytes, [start, end], named)))
  return together([...all, told([], left ? [trace('hidden')] : [])])
}

/** What is in a picture, what is told of it, which goes, or what nobody knows. */
const itemOf = ({ type, form }: Item, pieces: readonly Bytes[]): Told => {
  if (type === 'jpeg') return together(pieces.map(inJpeg))
  if (PICTURES.test(type)) return told([])
  const content = concat(...pieces)
  if (content.length > 0 && type === 'Exif') return told(blankExif(content, pieces))
  if (content.length > 0 && form === 'application/rdf+xml') return told(blankXmp(content, pieces))
  return told([], [trace('hidden', type)])
}

const inJpeg = (piece: Bytes): Told => {
  const { found, isWhole } = blankJpegTraces(piece)
  return told(found, isWhole ? [] : [trace('hidden', 'jpeg')])
}

/** Exif that holds nothing, behind the place where it begins. */
const NO_EXIF = fromLatin('\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0')

const blankExif = (content: Bytes, pieces: readonly Bytes[]): Trace[] => {
  const [first] = pieces
  const wasBlank = startsAt(content, 0, latin(NO_EXIF)) && isBlank(content.subarray(NO_EXIF.length))
  for (const piece of pieces) piece.fill(0)
  if (first !== undefined && first.length >= NO_EXIF.length) first.set(NO_EXIF)
  if (wasBlank || isBlank(content)) return []
  const start = new DataView(content.buffer).getUint32(0) + 4
  const at = [start, 0, 4, 10].find((place) => isTiff(content.subarray(place)))
  return orHidden(at === undefined ? [] : readExif(content.subarray(at)).found)
}

const blankXmp = (content: Bytes, pieces: readonly Bytes[]): Trace[] => {
  for (const piece of pieces) piece.fill(0x20)
  return content.every((byte) => byte === 0x20) ? [] : orHidden(readXmp(content))
}

const orHidden = (found: readonly Trace[]): Trace[] => (found.length > 0 ? [...found] : [trace('hidden')])

/** An item may have a name that nobody reads; spaces keep what follows it in its place. */
const unnameItem = (bytes: Bytes, { name: [from, to] }: Item): Trace[] => {
  const name = bytes.subarray(from, to)
  const { value } = trace('words', latin(name))
  name.fill(0x20)
  return value === '' ? [] : [trace('words', value)]
}

/** The bytes of a stretch that are in none of these. */
const between = (bytes: Uint8Array, [from, to]: Stretch, stretches: readonly Stretch[]): Uint8Array => {
  const rest = bytes.slice(from, to)
  for (const [start, end] of stretches) rest.fill(0, Math.max(0, start - from), Math.max(0, end - from))
  return rest
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
