import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { readExif, turningExif } from './exif.ts'
import { type Chunk, chunk, chunksOf, readRiff, riff } from './riff.ts'
import { startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** What holds the points of a picture, alone or as one of an animation. */
const POINTS = ['VP8 ', 'VP8L', 'ALPH']

/** The heads of a picture and of an animation, of so many bytes each; one of an animation has others in it. */
const HEADS: Readonly<Record<string, number>> = { VP8X: 10, ANIM: 6 }
const [FRAME, FRAME_HEAD] = ['ANMF', 16]

/** What VP8X says is there: a colour profile, Exif and XMP. */
const [PROFILE, EXIF, XMP] = [0x20, 0x08, 0x04]

/** A WebP with the chunks that show it, and if it has to be turned with one that says so. @throws Malformed */
export const stripWebp = (bytes: Bytes): Stripped => {
  const { chunks, more } = readRiff(bytes)
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif === undefined ? 1 : readExif(tiffOf(exif.content)).orientation
  const turned = orientation !== 1 && chunks.some(({ type }) => type === 'VP8X')
  const turning = turned ? [{ type: 'EXIF', content: turningExif(orientation) }] : []
  return {
    bytes: riff('WEBP', [...chunks.flatMap(keep).map((one) => flagged(one, turned)), ...turning]),
    found: [...chunks.flatMap(tracesOf), ...(more ? [trace('hidden')] : [])],
  }
}

const keep = ({ type, content }: Chunk): Chunk[] => {
  if (POINTS.includes(type)) return [{ type, content }]
  if (HEADS[type] !== undefined) return [{ type, content: content.subarray(0, HEADS[type]) }]
  if (type !== FRAME) return []
  const points = partsOf(content).filter((part) => POINTS.includes(part.type))
  return [{ type, content: concat(content.subarray(0, FRAME_HEAD), ...points.map(chunk)) }]
}

/** What one picture of an animation is made of. */
const partsOf = (content: Uint8Array): Chunk[] => {
  if (content.length < FRAME_HEAD) throw new Malformed()
  return [...chunksOf(content, FRAME_HEAD)]
}

const flagged = ({ type, content }: Chunk, turned: boolean): Chunk => {
  if (type !== 'VP8X') return { type, content }
  const flags = (content[0] ?? 0) & ~(PROFILE | EXIF | XMP)
  return { type, content: concat(Uint8Array.of(turned ? flags | EXIF : flags), content.subarray(1)) }
}

/** Some writers put the six signs of JPEG before it. */
const tiffOf = (content: Uint8Array): Uint8Array => (startsAt(content, 0, 'Exif\0\0') ? content.subarray(6) : content)

const tracesOf = ({ type, content }: Chunk): Trace[] => {
  if (POINTS.includes(type) || type === 'ICCP') return []
  if (HEADS[type] !== undefined) return content.length > HEADS[type] ? [trace('hidden')] : []
  if (type === FRAME) return partsOf(content).flatMap(tracesOf)
  if (type === 'EXIF') return [...readExif(tiffOf(content)).found]
  if (type === 'XMP ') return readXmp(content)
  return [trace('hidden')]
}
