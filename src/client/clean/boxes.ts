import { latin } from './texts.ts'
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
  const boxes: Box[] = []
  for (let at = from; at < to; ) {
    if (bytes.subarray(at, Math.min(to, at + 4)).every((byte) => byte === 0) && to - at <= 8) break
    if (at + 8 > to) throw new Malformed()
    const box = boxAt(bytes, at, to)
    if (box.start > box.end || box.end > to) throw new Malformed()
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** A size of 0 reaches to the end; after a size of 1 stands the true one in eight bytes. */
const boxAt = (bytes: Uint8Array, at: number, to: number): Box => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const type = latin(bytes.subarray(at + 4, at + 8))
  const size = view.getUint32(at)
  if (size !== 1) return { type, at, start: at + 8, end: size === 0 ? to : at + size }
  return { type, at, start: at + 16, end: at + Number(view.getBigUint64(at + 8)) }
}
