import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { readExif, turningExif } from './exif.ts'
import { commonProfile } from './profile.ts'
import { type Chunk, chunk, chunksOf, readRiff, riff } from './riff.ts'
import { startsAt } from './texts.ts'
import { Malformed, type StrippedInPart, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** What holds the points of a picture, alone or as one of an animation. */
const POINTS = ['VP8 ', 'VP8L', 'ALPH']

/** The heads of a picture and of an animation, of so many bytes each; one of an animation has others in it. */
const HEADS: Readonly<Record<string, number>> = { VP8X: 10, ANIM: 6 }
const [FRAME, FRAME_HEAD] = ['ANMF', 16]

/** What VP8X says is there: a colour profile, Exif and XMP. */
const [PROFILE, EXIF, XMP] = [0x20, 0x08, 0x04]

/**
 * A WebP with the chunks that show it, a profile of colours as everybody has it, and if it has to be turned with a chunk
 * that says so. @throws Malformed
 */
export const stripWebp = (bytes: Bytes): StrippedInPart => {
  const { chunks, more } = readRiff(bytes)
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif === undefined ? 1 : readExif(tiffOf(exif.content)).orientation
  const isExtended = chunks.some(({ type }) => type === 'VP8X')
  const turning = orientation !== 1 && isExtended ? [{ type: 'EXIF', content: turningExif(orientation) }] : []
  const profile = isExtended ? profileIn(chunks) : NONE
  const coloured = profile.bytes.length > 0 ? [{ type: 'ICCP', content: profile.bytes }] : []
  const flags = (coloured.length > 0 ? PROFILE : 0) | (turning.length > 0 ? EXIF : 0)
  // The profile has to stand right behind the head that announces it.
  const kept = chunks.flatMap(keep).flatMap((one) => (one.type === 'VP8X' ? [flagged(one, flags), ...coloured] : [one]))
  return {
    bytes: riff('WEBP', [...kept, ...turning]),
    found: [...chunks.flatMap(tracesOf), ...profile.found, ...(more ? [trace('hidden')] : [])],
    remains: profile.remains,
  }
}

const NONE: StrippedInPart = { bytes: concat(), found: [], remains: [] }

const profileIn = (chunks: readonly Chunk[]): StrippedInPart => {
  const profile = chunks.find(({ type }) => type === 'ICCP')
  if (profile === undefined) return NONE
  return commonProfile(concat(profile.content)) ?? { ...NONE, found: [trace('hidden', 'ICCP')] }
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

/** The head of a picture, which announces what there is now. */
const flagged = ({ type, content }: Chunk, flags: number): Chunk => {
  const others = (content[0] ?? 0) & ~(PROFILE | EXIF | XMP)
  return { type, content: concat(Uint8Array.of(others | flags), content.subarray(1)) }
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
