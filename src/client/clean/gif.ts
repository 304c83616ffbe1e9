import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { latin, startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const [EXTENSION, IMAGE, END] = [0x21, 0x2c, 0x3b]
const [CONTROL, COMMENT, APPLICATION] = [0xf9, 0xfe, 0xff]

/** Applications that say how often an animation runs. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/** Bytes of what says for how long a picture stands and how often all of them run, with the zero at the end. */
const [CONTROL_SIZE, LOOP_SIZE] = [8, 19]

interface Block {
  readonly whole: Uint8Array
  /** What of it stays; null where nothing does. */
  readonly kept: Uint8Array | null
  readonly found: readonly Trace[]
}

/** A GIF with its pictures and their timing, without comments, other applications' blocks and what follows its end. */
export const stripGif = (bytes: Bytes): Stripped => {
  const head = 13 + colours(bytes[10] ?? 0)
  const blocks = [...blocksOf(bytes, head)]
  const end = blocks.reduce((at, { whole }) => at + whole.length, head)
  return {
    bytes: concat(bytes.subarray(0, head), ...blocks.flatMap(({ kept }) => kept ?? [])),
    found: [...blocks.flatMap(({ found }) => found), ...(bytes.length > end ? [trace('hidden')] : [])],
  }
}

/** Bytes of the colour table that a packed field announces. */
const colours = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)

function* blocksOf(bytes: Uint8Array, from: number): Generator<Block> {
  for (let at = from; ; ) {
    const start = at
    const kind = bytes[at]
    if (kind === END) return yield all(bytes.subarray(at, at + 1))
    if (kind === EXTENSION) {
      at = skip(bytes, at + 2)
      yield extension(bytes.subarray(start, at))
    } else if (kind === IMAGE) {
      at = skip(bytes, at + 11 + colours(bytes[at + 9] ?? 0))
      yield all(bytes.subarray(start, at))
    } else throw new Malformed()
  }
}

/** Past a run of sub-blocks and the zero that ends it. @throws Malformed */
const skip = (bytes: Uint8Array, from: number): number => {
  let at = from
  for (;;) {
    const length = bytes[at]
    if (length === undefined) throw new Malformed()
    at += length + 1
    if (length === 0) return at
  }
}

const all = (whole: Uint8Array): Block => ({ whole, kept: whole, found: [] })

/** Of a block that is needed, what it has to have: what may follow is nothing that shows a picture. */
const first = (whole: Uint8Array, length: number): Block => {
  if (whole.length <= length) return all(whole)
  return { whole, kept: concat(whole.subarray(0, length - 1), Uint8Array.of(0)), found: [trace('hidden')] }
}

const extension = (whole: Uint8Array): Block => {
  const label = whole[1]
  if (label === CONTROL && whole[2] === 4) return first(whole, CONTROL_SIZE)
  if (label === APPLICATION && LOOPS.some((name) => startsAt(whole, 3, `${name}\x03\x01`)))
    return first(whole, LOOP_SIZE)
  if (label === COMMENT)
    return { whole, kept: null, found: [trace('words', latin(whole.subarray(3, 3 + (whole[2] ?? 0))))] }
  const xmp = startsAt(whole, 3, 'XMP DataXMP') ? readXmp(whole) : []
  return { whole, kept: null, found: xmp.length > 0 ? xmp : [trace('hidden')] }
}
