import { latin, readable } from './texts.ts'
import { Malformed, type Trace, type TraceKind, trace } from './trace.ts'

/** What the names of comments in Vorbis, Opus, FLAC and Matroska tell of. */
const NAMES: readonly (readonly [name: RegExp, kind: TraceKind])[] = [
  [/artist|author|performer|composer|copyright|contact|organization|encoded_by|publisher/i, 'person'],
  [/encoder|software/i, 'software'],
  [/date|year|time/i, 'time'],
  [/location|place|geo|gps|latitude|longitude/i, 'place'],
  [/make|model|device/i, 'device'],
  [/title|description|comment|album|lyrics|subject|genre|keywords/i, 'words'],
  [/picture|cover/i, 'thumbnail'],
]

/** What a comment tells, by its name. */
export const commentTrace = (name: string, value: string): Trace => {
  const kind = NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'hidden'
  return trace(kind, kind === 'thumbnail' ? '' : value)
}

/**
 * Takes out the writing program and the comments that stand from a place on, each with its length before it (Vorbis I,
 * 5.2): none is left, and zeros stand to the end of the bytes, where an encoder may sign too.
 * @param framed whether a bit follows that says that this was all, as in Vorbis itself
 * @throws Malformed
 */
export const blankComments = (bytes: Uint8Array, from: number, framed = false): Trace[] => {
  const found = commentsIn(bytes, from)
  bytes.fill(0, from)
  if (framed) bytes[from + 8] = 1
  return found
}

const commentsIn = (bytes: Uint8Array, from: number): Trace[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = from
  const skip = (length: number): number => {
    at += length
    if (at > bytes.length) throw new Malformed()
    return at - length
  }
  const number = (): number => view.getUint32(skip(4), true)
  const text = (): Uint8Array => {
    const length = number()
    return bytes.subarray(skip(length), at)
  }
  const program = readable(text())
  const found = program === '' ? [] : [trace('software', program)]
  for (let left = number(); left > 0; left -= 1) {
    const comment = text()
    const equals = comment.indexOf(0x3d)
    const [name, value] = [comment.subarray(0, Math.max(0, equals)), comment.subarray(equals + 1)]
    found.push(commentTrace(latin(name), readable(value)))
  }
  return found
}
