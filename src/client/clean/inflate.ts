import { type Bytes, concat } from '../../../crypto/wire/index.ts'

/** More came out than may: perhaps a file made to fill the memory. */
export class TooLarge extends Error {
  readonly code = 'file.too_much_inside'
}

/** Bytes that may still come out of everything packed in one file; whoever unpacks takes from it. */
export interface Allowance {
  left: number
}

const collect = async (stream: ReadableStream<Uint8Array>, allowance: Allowance): Promise<Bytes> => {
  const parts: Uint8Array[] = []
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concat(...parts)
    allowance.left -= value.length
    if (allowance.left < 0) {
      await reader.cancel()
      throw new TooLarge()
    }
    parts.push(value)
  }
}

const piped = (bytes: Bytes, by: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(by)

/**
 * Unpacks what was deflated, and stops at once when the allowance is used up.
 * @param format `deflate-raw` in ZIP, `deflate` (with its head) in PDF
 * @throws TooLarge, TypeError where it is not deflated
 */
export const inflate = (bytes: Bytes, format: 'deflate' | 'deflate-raw', allowance: Allowance): Promise<Bytes> =>
  collect(piped(bytes, new DecompressionStream(format)), allowance)

/**
 * Whether a stream is deflated, with its head, from its first byte to its last: nothing lies behind its end. What comes out
 * is not kept.
 * @param most what may come out, in bytes
 */
export const isDeflated = async (parts: readonly Bytes[], most: number): Promise<boolean> => {
  const reader = new Blob([...parts]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  try {
    for (let left = most; left >= 0; ) {
      const { done, value } = await reader.read()
      if (done) return true
      left -= value.length
    }
    await reader.cancel()
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
  }
  return false
}

/** Packs bytes again. */
export const deflate = (bytes: Bytes, format: 'deflate' | 'deflate-raw'): Promise<Bytes> =>
  collect(piped(bytes, new CompressionStream(format)), { left: Number.POSITIVE_INFINITY })
