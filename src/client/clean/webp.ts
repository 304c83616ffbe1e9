import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { readExif, turningExif } from './exif.ts'
import { fromLatin, latin, startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const NEEDED = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']
/** What VP8X says is there: a colour profile, Exif and XMP. */
const [PROFILE, EXIF, XMP] = [0x20, 0x08, 0x04]

interface Chunk {
  readonly type: string
  readonly content: Uint8Array
}

/** A WebP with the chunks that show it, and if it has to be turned with one that says so. @throws Malformed */
export const stripWebp = (bytes: Bytes): Stripped => {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  if (size + 8 > bytes.length) throw new Malformed()
  const chunks = [...chunksOf(bytes.subarray(0, size + 8))]
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif === undefined ? 1 : readExif(tiffOf(exif.content)).orientation
  const turned = orientation !== 1 && chunks.some(({ type }) => type === 'VP8X')
  const kept = chunks.filter(({ type }) => NEEDED.includes(type)).map((one) => chunk(flagged(one, turned)))
  const body = concat(...kept, ...(turned ? [chunk({ type: 'EXIF', content: turningExif(orientation) })] : []))
  return {
    bytes: concat(fromLatin('RIFF'), u32(body.length + 4), fromLatin('WEBP'), body),
    found: [...chunks.flatMap(tracesOf), ...(bytes.length > size + 8 ? [trace('hidden')] : [])],
  }
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at < bytes.length; ) {
    if (at + 8 > bytes.length) throw new Malformed()
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > bytes.length) throw new Malformed()
    yield { type: latin(bytes.subarray(at, at + 4)), content: bytes.subarray(at + 8, end) }
    at = end + (end % 2)
  }
}

const flagged = ({ type, content }: Chunk, turned: boolean): Chunk => {
  if (type !== 'VP8X') return { type, content }
  const flags = (content[0] ?? 0) & ~(PROFILE | EXIF | XMP)
  return { type, content: concat(Uint8Array.of(turned ? flags | EXIF : flags), content.subarray(1)) }
}

const u32 = (value: number): Bytes => {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value, true)
  return new Uint8Array(view.buffer)
}

const chunk = ({ type, content }: Chunk): Bytes =>
  concat(fromLatin(type), u32(content.length), content, new Uint8Array(content.length % 2))

/** Some writers put the six signs of JPEG before it. */
const tiffOf = (content: Uint8Array): Uint8Array => (startsAt(content, 0, 'Exif\0\0') ? content.subarray(6) : content)

const tracesOf = ({ type, content }: Chunk): Trace[] => {
  if (NEEDED.includes(type) || type === 'ICCP') return []
  if (type === 'EXIF') return [...readExif(tiffOf(content)).found]
  if (type === 'XMP ') return readXmp(content)
  return [trace('hidden')]
}
