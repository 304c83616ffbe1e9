import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { crc32 } from './crc32.ts'
import { readExif, turningExif } from './exif.ts'
import { deflate, inflate, isDeflated, TooLarge } from './inflate.ts'
import { commonProfile } from './profile.ts'
import { fromLatin, latin, readable, startsAt } from './texts.ts'
import { Malformed, type StrippedInPart, type Trace, type TraceKind, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'

/** What a picture needs to be shown in its size, its animation and its colours included. */
const NEEDED = ['IHDR', 'pHYs', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'acTL', 'fcTL', 'fdAT']

/** The chunk of a profile of colours, which begins with its name and how it is packed; so much may come out of it. */
const [PROFILE, MOST_PROFILE] = ['iCCP', 2 ** 22]

/** Chunks that tell nothing about anybody: they go without a word. */
const SILENT = ['bKGD', 'sBIT', 'hIST', 'sPLT', PROFILE]

interface Chunk {
  readonly type: string
  readonly content: Bytes
  readonly whole: Uint8Array
}

/**
 * A PNG with the chunks that show it and no others, a profile of colours as everybody has it, and nothing after its end.
 * @throws Malformed
 */
export const stripPng = async (bytes: Bytes): Promise<StrippedInPart> => {
  const chunks = [...chunksOf(bytes)]
  const end = chunks.reduce((at, { whole }) => at + whole.length, SIGNATURE.length)
  const exif = chunks.find(({ type }) => type === 'eXIf')
  const orientation = exif === undefined ? 1 : readExif(exif.content).orientation
  const profile = await profileIn(chunks)
  const kept = chunks.flatMap((one) =>
    NEEDED.includes(one.type) ? [one.whole] : one === profile.at ? [profile.bytes] : [],
  )
  const [header, ...others] = kept
  if (header === undefined) throw new Malformed()
  return {
    bytes: concat(
      fromLatin(SIGNATURE),
      header,
      ...(orientation === 1 ? [] : [chunk('eXIf', turningExif(orientation))]),
      ...others,
    ),
    found: [...chunks.flatMap(tracesOf), ...profile.found, ...(bytes.length > end ? [trace('hidden')] : [])],
    remains: profile.remains,
  }
}

/** The first profile of colours, and where it stands. */
const profileIn = async (chunks: readonly Chunk[]): Promise<StrippedInPart & { readonly at: Chunk | undefined }> => {
  const at = chunks.find(({ type }) => type === PROFILE)
  const packed = at?.content.subarray(at.content.indexOf(0) + 2)
  const whole = packed && (await inflate(packed, 'deflate', { left: MOST_PROFILE }).catch(orNothing))
  const profile = whole && commonProfile(whole)
  if (profile)
    return {
      ...profile,
      at,
      bytes: chunk(PROFILE, concat(fromLatin('ICC\0\0'), await deflate(profile.bytes, 'deflate'))),
    }
  return { at, bytes: concat(), found: at === undefined ? [] : [trace('hidden', PROFILE)], remains: [] }
}

/** A profile that cannot be unpacked is none to any program. */
const orNothing = (cause: unknown): null => {
  if (cause instanceof TooLarge || cause instanceof TypeError) return null
  throw cause
}

/** What may come out of the points of one picture, in bytes: no camera makes more. */
const MOST_POINTS = 2 ** 30

/** Bytes behind the points of a picture, where no program shows them. They stay: where they begin is not known. */
export const tracesInPoints = async (bytes: Bytes): Promise<Trace[]> => {
  const pictures: Bytes[][] = [[]]
  for (const { type, content } of chunksOf(bytes)) {
    // Each picture of an animation begins with its control.
    if (type === 'fcTL') pictures.push([])
    if (type === 'IDAT') pictures.at(-1)?.push(content)
    if (type === 'fdAT') pictures.at(-1)?.push(content.subarray(4))
  }
  const whole = await Promise.all(
    pictures.filter((one) => one.length > 0).map((points) => isDeflated(points, MOST_POINTS)),
  )
  return whole.includes(false) ? [trace('hidden', 'IDAT')] : []
}

function* chunksOf(bytes: Bytes): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SIGNATURE.length; ; ) {
    if (at + 12 > bytes.length) throw new Malformed()
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw new Malformed()
    const type = latin(bytes.subarray(at + 4, at + 8))
    yield { type, content: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) }
    if (type === 'IEND') return
    at = end
  }
}

const chunk = (type: string, content: Bytes): Bytes => {
  const named = concat(fromLatin(type), content)
  const size = new DataView(new ArrayBuffer(8))
  size.setUint32(0, content.length)
  size.setUint32(4, crc32(named))
  const numbers = new Uint8Array(size.buffer)
  return concat(numbers.subarray(0, 4), named, numbers.subarray(4))
}

/** The keywords that the standard suggests for texts. */
const KEYWORDS: Readonly<Record<string, TraceKind>> = {
  Author: 'person',
  Copyright: 'person',
  'Creation Time': 'time',
  Software: 'software',
  Source: 'device',
}

const tracesOf = ({ type, content }: Chunk): Trace[] => {
  if (NEEDED.includes(type) || SILENT.includes(type)) return []
  if (type === 'eXIf') return [...readExif(content).found]
  if (type === 'tIME') return [trace('time')]
  if (type !== 'tEXt' && type !== 'iTXt' && type !== 'zTXt') return [trace('hidden')]
  const keyword = readable(content)
  const xmp = type === 'iTXt' && startsAt(content, 0, 'XML:com.adobe.xmp') ? readXmp(content) : []
  if (xmp.length > 0) return xmp
  const kind = KEYWORDS[keyword] ?? 'words'
  return [trace(kind, type === 'tEXt' ? readable(content.subarray(keyword.length + 1)) : keyword)]
}
