import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { commonProfile } from './profile.ts'
import { fromLatin, readable, startsAt } from './texts.ts'
import { type StrippedInPart, trace } from './trace.ts'

/** The head of the file, then that of the picture, which has these lengths in its editions; the first two hold no masks. */
const [FILE_HEAD, HEADS, FIRST, MASKLESS] = [14, [12, 40, 52, 56, 108, 124], 12, 40]
/** Where in the head of the picture stands what, from the second edition on. */
const AT = { bits: 14, packing: 16, size: 20, used: 32, important: 36, colours: 56, lights: 60, intent: 108 } as const
const [PROFILE_AT, PROFILE_SIZE, PROFILE_END] = [112, 116, 120]
/** Kinds of colours as they stand there: a profile in the file or at a path elsewhere, and what screens have. */
const [EMBEDDED, LINKED, USUAL, OF_WINDOWS] = ['DEBM', 'KNIL', 'BGRs', ' niW']

/** How many bits a point has where it names a colour in a list, and where it is one, with masks of its bits or without. */
const [LISTED, PLAIN, MASKED] = [
  [1, 2, 4, 8],
  [16, 24, 32],
  [16, 32],
]
/** Bytes of the masks that stand behind the head of the second edition, by how the points are packed. */
const MASKS: Readonly<Record<number, number>> = { 3: 12, 6: 16 }

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether bytes are a picture as Windows keeps it. */
export const isBmp = (bytes: Uint8Array): boolean =>
  startsAt(bytes, 0, 'BM') &&
  bytes.length >= FILE_HEAD + FIRST &&
  HEADS.includes(viewOf(bytes).getUint32(FILE_HEAD, true))

/** How a picture is made: its head, how many bytes of masks and colours stand behind it, and its lines. */
interface Shape {
  readonly head: Bytes
  readonly lists: number
  readonly colours: number
  readonly points: number
  readonly lines: number
  /** Bits of a line, and bytes that it takes: four, or so many times four. */
  readonly bits: number
  readonly line: number
}

const numbersIn = (head: Bytes) => {
  const view = viewOf(head)
  const sixteen = (at: number): number => view.getUint16(at, true)
  if (head.length === FIRST)
    return { width: sixteen(4), height: sixteen(6), depth: sixteen(10), packing: 0, used: 0, entry: 3 }
  const [width, height] = [view.getInt32(4, true), Math.abs(view.getInt32(8, true))]
  const [packing, used] = [view.getUint32(AT.packing, true), view.getUint32(AT.used, true)]
  return { width, height, depth: sixteen(AT.bits), packing, used, entry: 4 }
}

const shapeOf = (bytes: Bytes): Shape | null => {
  const view = viewOf(bytes)
  const head = bytes.slice(FILE_HEAD, FILE_HEAD + view.getUint32(FILE_HEAD, true))
  if (!HEADS.includes(head.length)) return null
  const { width, height, depth, packing, used, entry } = numbersIn(head)
  const masks = packing === 0 ? 0 : MASKS[packing]
  const depths = packing === 0 ? [...LISTED, ...PLAIN] : MASKED
  if (masks === undefined || !depths.includes(depth) || width <= 0) return null
  const all = LISTED.includes(depth) ? 2 ** depth : 0
  const lists = Math.min(all, used || all) * entry + (head.length === MASKLESS ? masks : 0)
  const [points, bits] = [view.getUint32(10, true), width * depth]
  const line = Math.ceil(bits / 32) * 4
  const isThere = FILE_HEAD + head.length + lists <= points && points + line * height <= bytes.length
  return isThere ? { head, lists, points, lines: height, bits, line, colours: Math.min(all, used || all) } : null
}

/**
 * A BMP of its heads, its colours and its points, without what stands between them, behind them and at the ends of its
 * lines; a profile of colours as everybody has it. Null where its points are packed, or nobody knows how it is made.
 */
export const stripBmp = (bytes: Bytes): StrippedInPart | null => {
  const shape = shapeOf(bytes)
  if (shape === null || isMeasured(shape.head)) return null
  const { head, lists } = shape
  const from = FILE_HEAD + head.length + lists
  const points = pointsOf(bytes, shape)
  const profile = profileIn(bytes, head)
  const size = from + points.length + profile.bytes.length
  const found = [...profile.found, ...(hasMore(bytes, shape, points) ? [trace('hidden')] : [])]
  reset(shape, points.length, profile.bytes.length)
  const file = Uint8Array.from(bytes.subarray(0, FILE_HEAD))
  file.fill(0, 6, 10)
  viewOf(file).setUint32(2, size, true)
  viewOf(file).setUint32(10, from, true)
  return {
    bytes: concat(file, head, bytes.subarray(FILE_HEAD + head.length, from), points, profile.bytes),
    found,
    remains: profile.remains,
  }
}

/** Whether its colours are said in numbers of its own, as a device was measured: they cannot be had without them. */
const isMeasured = (head: Bytes): boolean =>
  head.length > AT.colours &&
  ![EMBEDDED, LINKED, USUAL, OF_WINDOWS].some((kind) => startsAt(head, AT.colours, kind)) &&
  head.subarray(AT.lights, AT.intent).some((byte) => byte !== 0)

/** The lines of a picture; what fills the last four bytes of each is no part of it. */
const pointsOf = (bytes: Bytes, { points, lines, line, bits }: Shape): Bytes => {
  const clean = bytes.slice(points, points + lines * line)
  const [whole, rest] = [Math.floor(bits / 8), bits % 8]
  for (let at = 0; at < clean.length; at += line) {
    if (rest > 0) clean[at + whole] = (clean[at + whole] ?? 0) & (0xff00 >> rest)
    clean.fill(0, at + whole + (rest > 0 ? 1 : 0), at + line)
  }
  return clean
}

/** Where a profile stands, or the path of one, counted from the head; the last edition alone has one. */
const placeOfProfile = (head: Bytes): readonly [from: number, to: number] => {
  if (head.length < PROFILE_END) return [0, 0]
  const from = FILE_HEAD + viewOf(head).getUint32(PROFILE_AT, true)
  return [from, from + viewOf(head).getUint32(PROFILE_SIZE, true)]
}

const profileIn = (bytes: Bytes, head: Bytes): StrippedInPart => {
  const none: StrippedInPart = { bytes: concat(), found: [], remains: [] }
  const profile = bytes.slice(...placeOfProfile(head))
  if (startsAt(head, AT.colours, LINKED)) return { ...none, found: [trace('path', readable(profile))] }
  if (!startsAt(head, AT.colours, EMBEDDED)) return none
  return commonProfile(profile) ?? { ...none, found: [trace('hidden', 'ICC')] }
}

/** Says in the head what there is now. */
const reset = ({ head, lists, colours }: Shape, points: number, profile: number): void => {
  const view = viewOf(head)
  const set = (at: number, value: number): void => view.setUint32(at, value, true)
  if (head.length === FIRST) return
  set(AT.size, points)
  set(AT.used, colours)
  set(AT.important, 0)
  if (head.length <= AT.colours) return
  const otherwise = startsAt(head, AT.colours, OF_WINDOWS) ? OF_WINDOWS : USUAL
  head.set(fromLatin(profile > 0 ? EMBEDDED : otherwise), AT.colours)
  head.fill(0, AT.lights, AT.intent)
  if (head.length < PROFILE_END) return
  head.fill(0, PROFILE_AT)
  if (profile > 0) set(PROFILE_AT, head.length + lists + points)
  set(PROFILE_SIZE, profile)
}

/** Whether something stands where no program looks for a part of the picture. */
const hasMore = (bytes: Bytes, shape: Shape, clean: Bytes): boolean => {
  const { head, lists, points } = shape
  const rest = bytes.slice()
  const end = points + clean.length
  for (const [from, to] of [
    [0, 6],
    [10, FILE_HEAD + head.length + lists],
    [points, end],
    placeOfProfile(head),
  ] as const)
    rest.fill(0, from, to)
  return rest.some((byte) => byte !== 0) || bytes.subarray(points, end).some((byte, at) => byte !== clean[at])
}
