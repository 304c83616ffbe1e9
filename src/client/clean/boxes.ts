import { latin, startsAt } from './texts.ts'
import { Malformed } from './trace.ts'

/** A box of a film (ISO/IEC 14496-12): its type, and where it and its content begin and end, in bytes. */
export interface Box {
  readonly type: string
  readonly at: number
  readonly start: number
  readonly end: number
}

/** The boxes that fill a stretch of bytes; zeros may close it, as QuickTime does. @throws Malformed */
export const boxesIn = (bytes: Uint8Array, from: number, to: number): Box[] => {
  const boxes = firstBoxes(bytes, from, to)
  const end = boxes.at(-1)?.end ?? from
  if (end + 8 < to || bytes.subarray(end, Math.min(to, end + 4)).some((byte) => byte !== 0)) throw new Malformed()
  return boxes
}

/** The boxes at the beginning of a stretch of bytes, up to where there are no more. */
export const firstBoxes = (bytes: Uint8Array, from: number, to: number): Box[] => {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    if (to - at === 8 && bytes.subarray(at, at + 4).every((byte) => byte === 0)) break
    const box = boxAt(bytes, at, to)
    if (box.start > box.end || box.end > to) break
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** The boxes of a `meta`: in MP4 a version stands first, in QuickTime none does. @throws Malformed */
export const boxesInMeta = (bytes: Uint8Array, { start, end }: Box): Box[] =>
  boxesIn(bytes, startsAt(bytes, start + 4, 'hdlr') ? start : start + 4, end)

/** What a `meta` or a track says that it is for, in four signs. */
export const purposeOf = (bytes: Uint8Array, { start }: Box): string => latin(bytes.subarray(start + 8, start + 12))

/** Whether a `meta` lists items by their places in the file. */
export const holdsItems = (bytes: Uint8Array, { type, start, end }: Box): boolean =>
  type === 'meta' && [0, 4].some((head) => firstBoxes(bytes, start + head, end).some((box) => box.type === 'iloc'))

/** A size of 0 reaches to the end; after a size of 1 stands the true one in eight bytes. */
const boxAt = (bytes: Uint8Array, at: number, to: number): Box => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const type = latin(bytes.subarray(at + 4, at + 8))
  const size = view.getUint32(at)
  if (size !== 1 || at + 16 > to) return { type, at, start: at + 8, end: size === 0 ? to : at + size }
  return { type, at, start: at + 16, end: at + Number(view.getBigUint64(at + 8)) }
}
