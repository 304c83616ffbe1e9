import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Colours, curveOf } from './colour-spaces.ts'
import { ENTRY, HEAD } from './profile-writer.ts'
import { latin, readable, startsAt } from './texts.ts'

/** What a profile has under a tag, as a stretch of it. */
export interface Part {
  readonly tag: string
  readonly from: number
  readonly to: number
}

/** Bytes of what says in which form a part is written. */
export const FORM = 8
/** More than any profile has: each is compared with each. */
const MOST_PARTS = 256

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** What stands in a profile, and where; null where it is not made as it should be. */
export const partsOf = (bytes: Bytes): Part[] | null => {
  const view = viewOf(bytes)
  if (bytes.length < HEAD + 4 || !startsAt(bytes, 36, 'acsp')) return null
  const count = view.getUint32(HEAD)
  const table = endOfTable(count)
  if (count > MOST_PARTS || table > bytes.length) return null
  const parts = Array.from({ length: count }, (_, place) => {
    const at = HEAD + 4 + place * ENTRY
    const from = view.getUint32(at + 4)
    return { tag: latin(bytes.subarray(at, at + 4)), from, to: from + view.getUint32(at + 8) }
  })
  return parts.some(({ from, to }) => from < table || from + FORM > to || to > bytes.length) ? null : parts
}

export const endOfTable = (count: number): number => HEAD + 4 + count * ENTRY

/** What of each space says how colours come of numbers; a profile with more than that says so in tables. */
const TAGS: ReadonlyMap<string, readonly [lights: readonly string[], curves: readonly string[]]> = new Map([
  [
    'RGB XYZ ',
    [
      ['rXYZ', 'gXYZ', 'bXYZ'],
      ['rTRC', 'gTRC', 'bTRC'],
    ],
  ],
  ['GRAYXYZ ', [[], ['kTRC']]],
])
const TABLES = /^(A2B0|D2B0|cicp)$/

/** The colours of a profile in few numbers; null where it says them in tables, or not at all. */
export const coloursOf = (bytes: Bytes, parts: readonly Part[]): Colours | null => {
  const [lit, bent] = TAGS.get(latin(bytes.subarray(16, 24))) ?? []
  if (lit === undefined || bent === undefined || parts.some(({ tag }) => TABLES.test(tag))) return null
  const part = (name: string): Part | undefined => parts.find(({ tag }) => tag === name)
  const lights = lit.map((tag) => lightIn(bytes, part(tag)))
  const curves = bent.map((tag) => curveIn(bytes, part(tag)))
  if (lights.includes(null) || curves.includes(null)) return null
  return { lights: lights.flatMap((light) => light ?? []), curves: curves.flatMap((curve) => curve ?? []) }
}

const lightIn = (bytes: Bytes, part: Part | undefined): number[] | null => {
  if (part === undefined || !startsAt(bytes, part.from, 'XYZ ') || part.to - part.from < FORM + 12) return null
  return [0, 4, 8].map((at) => viewOf(bytes).getInt32(part.from + FORM + at))
}

/** How many numbers a curve of each kind is given by. */
const NUMBERS = [1, 3, 4, 5, 7]

const curveIn = (bytes: Bytes, part: Part | undefined): Colours['curves'][number] | null => {
  if (part === undefined) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + part.from, part.to - part.from)
  if (startsAt(bytes, part.from, 'curv') && view.byteLength >= 12) return curveOfTable(view)
  const count = startsAt(bytes, part.from, 'para') && view.byteLength >= 12 ? NUMBERS[view.getUint16(8)] : undefined
  if (count === undefined || view.byteLength < 12 + count * 4) return null
  const [g = 1, a = 1, b = 0, c = 0, ...more] = Array.from(
    { length: count },
    (_, place) => view.getInt32(12 + place * 4) / 65_536,
  )
  return curveOf(count > 4 || count === 1 ? [g, a, b, c, ...more] : [g, a, b, 0, -b / a, c, c])
}

/** A power, or a table between whose numbers lie those that it does not name. */
const curveOfTable = (view: DataView): Colours['curves'][number] | null => {
  const count = view.getUint32(8)
  if (12 + count * 2 > view.byteLength) return null
  if (count < 2) return curveOf(count === 0 ? [1] : [view.getUint16(12) / 256])
  const at = (place: number): number => view.getUint16(12 + Math.min(place, count - 1) * 2) / 65_535
  return (x) => {
    const place = Math.floor(x * (count - 1))
    const rest = x * (count - 1) - place
    return at(place) * (1 - rest) + at(place + 1) * rest
  }
}

/** What a profile calls itself: often the screen, scanner or paper that it is of. */
export const nameOf = (bytes: Bytes, parts: readonly Part[]): string => {
  const part = parts.find(({ tag }) => tag === 'desc')
  if (part === undefined) return ''
  const content = bytes.subarray(part.from, part.to)
  if (!startsAt(content, 0, 'mluc')) return readable(content.subarray(12))
  if (content.length < 28) return ''
  const [length, from] = [viewOf(content).getUint32(20), viewOf(content).getUint32(24)]
  return new TextDecoder('utf-16be').decode(content.subarray(from, from + length))
}
