import { type Box, boxesIn, firstBoxes } from './boxes.ts'
import type { Stretch } from './trace.ts'

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A list of whole numbers of one size, behind their count; null where it is longer than its box. */
const listIn = (bytes: Uint8Array, { start, end }: Box, from: number, width: 4 | 8): number[] | null => {
  const view = viewOf(bytes)
  const count = view.getUint32(start + from - 4)
  if (start + from + count * width > end) return null
  return Array.from({ length: count }, (_, place) => {
    const at = start + from + place * width
    return width === 8 ? Number(view.getBigUint64(at)) : view.getUint32(at)
  })
}

/** How many samples each chunk holds (8.7.4), asked for one after the other; null where that is not said. */
const countsIn = (bytes: Uint8Array, { start, end }: Box): ((chunk: number) => number) | null => {
  const view = viewOf(bytes)
  const rows = view.getUint32(start + 4)
  if (rows === 0 || start + 8 + rows * 12 > end) return null
  let row = 0
  return (chunk) => {
    while (row + 1 < rows && chunk + 1 >= view.getUint32(start + 8 + (row + 1) * 12)) row += 1
    return view.getUint32(start + 12 + row * 12)
  }
}

/**
 * How many bytes a number of sounds takes up, which QuickTime counts one by one and calls a byte long: the entry of their
 * table says it, in three versions. No number where it does not.
 */
const widthIn = (bytes: Uint8Array, table: Box | undefined): number => {
  const [entry] = table === undefined ? [] : boxesIn(bytes, table.start + 8, table.end)
  if (entry === undefined || entry.start + 28 > entry.end) return 0
  const view = viewOf(bytes)
  const [long, short] = [
    (at: number) => view.getUint32(entry.start + at),
    (at: number) => view.getUint16(entry.start + at),
  ]
  const version = short(8)
  if (version === 1) return long(36) / long(28) || Number.NaN
  return version === 2 ? long(56) / long(60) || Number.NaN : short(16) * Math.ceil(short(18) / 8)
}

/** How long some samples from a place on are together: each as a list says, or all alike (8.7.3). */
const lengthsIn = (
  bytes: Uint8Array,
  sizes: Box,
  entries: Box | undefined,
): ((from: number, count: number) => number) | null => {
  const alike = viewOf(bytes).getUint32(sizes.start + 4)
  if (alike > 0) {
    const width = Math.max(alike, widthIn(bytes, entries))
    return (_, count) => Math.ceil(width * count)
  }
  const list = listIn(bytes, sizes, 12, 4)
  if (list === null) return null
  return (from, count) =>
    from + count > list.length ? Number.NaN : list.slice(from, from + count).reduce((sum, size) => sum + size, 0)
}

/**
 * Where the samples of a track lie, by its table of them (ISO/IEC 14496-12, 8.7): a stretch for each chunk, which may be
 * said longer than it is. Null where the table does not say it. @throws Malformed, RangeError
 */
export const chunksIn = (bytes: Uint8Array, { start, end }: Box): Stretch[] | null => {
  const boxes = firstBoxes(bytes, start, end)
  const one = (type: string): Box | undefined => boxes.find((box) => box.type === type)
  const [near, far, counts, sizes] = [one('stco'), one('co64'), one('stsc'), one('stsz')]
  const places = near ? listIn(bytes, near, 8, 4) : far ? listIn(bytes, far, 8, 8) : null
  if (places?.length === 0) return []
  const countOf = counts && countsIn(bytes, counts)
  const lengthOf = sizes && lengthsIn(bytes, sizes, one('stsd'))
  if (!places || !countOf || !lengthOf) return null
  let sample = 0
  const chunks = places.map((from, chunk): Stretch => {
    const count = countOf(chunk)
    sample += count
    return [from, from + lengthOf(sample - count, count)]
  })
  return chunks.every(([, to]) => Number.isSafeInteger(to)) ? chunks : null
}
