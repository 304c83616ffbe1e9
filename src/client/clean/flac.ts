import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { blankComments } from './comments.ts'
import { fromLatin, startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace, trace } from './trace.ts'

/** Kinds of blocks before the sound: how it is made and where to find what; the others are not needed to play it. */
const [STREAM, PADDING, PLACES, COMMENTS, PICTURE] = [0, 1, 3, 4, 6]
const LAST = 0x80

interface Block {
  readonly kind: number
  readonly content: Uint8Array
}

/** Whether bytes are sound in the form of FLAC. */
export const isFlac = (bytes: Uint8Array): boolean => startsAt(bytes, 0, 'fLaC')

/** FLAC without comments, pictures and other programs' blocks; no sample changes. @throws Malformed */
export const stripFlac = (bytes: Bytes): Stripped => {
  const blocks = [...blocksOf(bytes)]
  const sound = blocks.reduce((at, { content }) => at + 4 + content.length, 4)
  const tail = startsAt(bytes, bytes.length - 128, 'TAG') ? bytes.length - 128 : bytes.length
  if (blocks[0]?.kind !== STREAM || bytes[sound] !== 0xff || sound >= tail) throw new Malformed()
  const kept = blocks.filter(({ kind }) => kind === STREAM || kind === PLACES)
  const heads = kept.map((one, place) => block(one, place === kept.length - 1))
  return {
    bytes: concat(fromLatin('fLaC'), ...heads, bytes.subarray(sound, tail)),
    found: [...blocks.flatMap(tracesOf), ...(tail < bytes.length ? [trace('hidden')] : [])],
  }
}

function* blocksOf(bytes: Uint8Array): Generator<Block> {
  for (let at = 4; ; ) {
    const [head = 0, a = 0, b = 0, c = 0] = bytes.subarray(at, at + 4)
    const end = at + 4 + ((a << 16) | (b << 8) | c)
    if (end > bytes.length) throw new Malformed()
    yield { kind: head & ~LAST, content: bytes.subarray(at + 4, end) }
    if (head & LAST) return
    at = end
  }
}

const block = ({ kind, content: { length }, content }: Block, last: boolean): Bytes =>
  concat(Uint8Array.of(last ? kind | LAST : kind, length >> 16, length >> 8, length), content)

const tracesOf = ({ kind, content }: Block): Trace[] => {
  if (kind === STREAM || kind === PLACES) return []
  if (kind === PADDING && content.every((byte) => byte === 0)) return []
  if (kind === COMMENTS) return blankComments(content.slice(), 0)
  return [trace(kind === PICTURE ? 'thumbnail' : 'hidden')]
}
