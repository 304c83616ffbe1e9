import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { latin, startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const [EXTENSION, IMAGE, END] = [0x21, 0x2c, 0x3b]
const [CONTROL, COMMENT, APPLICATION] = [0xf9, 0xfe, 0xff]

/** Applications that say how often an animation runs. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0']

interface Block {
  readonly kept: boolean
  readonly whole: Uint8Array
  readonly found: readonly Trace[]
}

/** A GIF with its pictures and their timing, without comments, other applications' blocks and what follows its end. */
export const stripGif = (bytes: Bytes): Stripped => {
  const head = 13 + colours(bytes[10] ?? 0)
  const blocks = [...blocksOf(bytes, head)]
  const end = blocks.reduce((at, { whole }) => at + whole.length, head)
  return {
    bytes: concat(bytes.subarray(0, head), ...blocks.filter(({ kept }) => kept).map(({ whole }) => whole)),
    found: [...blocks.flatMap(({ found }) => found), ...(bytes.length > end ? [trace('hidden')] : [])],
  }
}

/** Bytes of the colour table that a packed field announces. */
const colours = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)

function* blocksOf(bytes: Uint8Array, from: number): Generator<Block> {
  for (let at = from; ; ) {
    const start = at
    const kind = bytes[at]
    if (kind === END) return yield { kept: true, whole: bytes.subarray(at, at + 1), found: [] }
    if (kind === EXTENSION) {
      at = skip(bytes, at + 2)
      yield { ...extension(bytes.subarray(start, at)), whole: bytes.subarray(start, at) }
    } else if (kind === IMAGE) {
      at = skip(bytes, at + 11 + colours(bytes[at + 9] ?? 0))
      yield { kept: true, whole: bytes.subarray(start, at), found: [] }
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

const extension = (whole: Uint8Array): Omit<Block, 'whole'> => {
  const label = whole[1]
  if (label === CONTROL) return { kept: true, found: [] }
  if (label === COMMENT) return { kept: false, found: [trace('words', latin(whole.subarray(3, 3 + (whole[2] ?? 0))))] }
  if (label === APPLICATION && LOOPS.some((name) => startsAt(whole, 3, name))) return { kept: true, found: [] }
  const xmp = startsAt(whole, 3, 'XMP DataXMP') ? readXmp(whole) : []
  return { kept: false, found: xmp.length > 0 ? xmp : [trace('hidden')] }
}
