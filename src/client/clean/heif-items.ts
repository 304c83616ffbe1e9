import { type Box, boxesIn } from './boxes.ts'
import { latin } from './texts.ts'
import { Malformed, type Stretch } from './trace.ts'

/** A picture of a file, or what is told of one (ISO/IEC 14496-12, 8.11). */
export interface Item {
  readonly number: number
  readonly type: string
  readonly name: Stretch
  /** What kind of text it is, where it is one. */
  readonly form: string
}

/** Reads numbers one after the other. @throws RangeError */
const readerOf = (bytes: Uint8Array, from: number) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = from
  const number = (width: number): number => {
    let value = 0
    for (const end = at + width; at < end; at += 1) value = value * 256 + view.getUint8(at)
    return value
  }
  return { number, skip: (length: number) => (at += length), at: () => at }
}

/** The items that a list names. @throws Malformed, RangeError */
export const itemsIn = (bytes: Uint8Array, { start, end }: Box): Item[] =>
  boxesIn(bytes, start + (bytes[start] === 0 ? 6 : 8), end).map((entry) => itemIn(bytes, entry))

const itemIn = (bytes: Uint8Array, { type: box, start, end }: Box): Item => {
  const { number, skip, at } = readerOf(bytes, start)
  const version = number(1)
  if (box !== 'infe' || version < 2) throw new Malformed()
  skip(3)
  const id = number(version === 2 ? 2 : 4)
  skip(2)
  const type = latin(bytes.subarray(at(), skip(4)))
  const from = at()
  const to = bytes.subarray(from, end).indexOf(0) + from
  if (to < from) return { number: id, type, name: [from, end], form: '' }
  const [form = ''] = latin(bytes.subarray(to + 1, end)).split('\0')
  return { number: id, type, name: [from, to], form }
}

/**
 * Where the bytes of each item stand, by its number; null where that is in another file, in other items, or not said.
 * @param inside where the box begins that can hold some of them
 * @throws RangeError
 */
export const placesIn = (bytes: Uint8Array, { start }: Box, inside: number): Map<number, readonly Stretch[] | null> => {
  const { number, skip } = readerOf(bytes, start)
  const version = number(1)
  skip(3)
  const [widths, more] = [number(1), number(1)]
  const [offset, length, base] = [widths >> 4, widths & 15, more >> 4]
  const index = version === 0 ? 0 : more & 15
  const wide = version < 2 ? 2 : 4
  const count = number(wide)
  const places = new Map<number, readonly Stretch[] | null>()
  for (let item = 0; item < count; item += 1) {
    const id = number(wide)
    const [method, file] = [version === 0 ? 0 : number(2) & 15, number(2)]
    const begin = number(base) + (method === 1 ? inside : 0)
    const stretches = Array.from({ length: number(2) }, (): Stretch => {
      skip(index)
      const from = begin + number(offset)
      return [from, from + number(length)]
    })
    const isSaid = method < 2 && file === 0 && stretches.every(([from, to]) => from < to)
    places.set(id, isSaid ? stretches : null)
  }
  return places
}
