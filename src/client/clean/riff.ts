import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { fromLatin, latin } from './texts.ts'
import { Malformed } from './trace.ts'

/** A chunk of RIFF: four signs and a content. */
export interface Chunk {
  readonly type: string
  readonly content: Uint8Array
}

/** The chunks of a RIFF file, and whether anything follows its end. @throws Malformed */
export const readRiff = (bytes: Uint8Array): { readonly chunks: readonly Chunk[]; readonly more: boolean } => {
  if (bytes.length < 12) throw new Malformed()
  const end = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  if (end > bytes.length) throw new Malformed()
  return { chunks: [...chunksOf(bytes.subarray(0, end), 12)], more: bytes.length > end }
}

/** The chunks that stand from a place on. @throws Malformed */
export function* chunksOf(bytes: Uint8Array, from: number): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at < bytes.length; ) {
    if (at + 8 > bytes.length) throw new Malformed()
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > bytes.length) throw new Malformed()
    yield { type: latin(bytes.subarray(at, at + 4)), content: bytes.subarray(at + 8, end) }
    at = end + (end % 2)
  }
}

/** A chunk as it is written. */
export const chunk = ({ type, content }: Chunk): Bytes =>
  concat(fromLatin(type), u32(content.length), content, new Uint8Array(content.length % 2))

/** A whole file of a form, such as WEBP. */
export const riff = (form: string, chunks: readonly Chunk[]): Bytes =>
  chunk({ type: 'RIFF', content: concat(fromLatin(form), ...chunks.map(chunk)) })

const u32 = (value: number): Bytes => {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value, true)
  return new Uint8Array(view.buffer)
}
