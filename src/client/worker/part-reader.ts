import type { Bytes } from '../../../crypto/wire/index.ts'
import { dispose } from './dispose.ts'
import { Refusal } from './refusal.ts'

/** Gives the next bytes of a file, so many; they stand only until more are asked for. Throws `file.changed`. */
export type PartReader = (length: number) => Promise<Bytes>

/**
 * Reads a file from its beginning, at most `most` bytes at a time. Browsers refuse to read a file that has changed, gone
 * or been locked since it was chosen; some give fewer bytes.
 */
export function partReader(blob: Blob, most: number): PartReader {
  const read = streaming(blob, most) ?? slicing(blob)
  return async (length) => {
    const bytes = length === 0 ? new Uint8Array(0) : await read(length).catch(() => null)
    if (bytes?.length !== length) throw new Refusal('file.changed')
    return bytes
  }
}

/** Into the same memory again and again: a buffer for each part would stay until the garbage collector comes. */
function streaming(blob: Blob, most: number): PartReader | null {
  const reader = byteReader(blob)
  if (reader === null) return null
  let space = new ArrayBuffer(most)
  return async (length) => {
    let filled = 0
    while (filled < length) {
      const { value, done } = await reader.read(new Uint8Array(space, filled, length - filled))
      if (value) space = value.buffer
      if (done) break
      filled += value.length
    }
    return new Uint8Array(space, 0, filled)
  }
}

/** Not every browser lets the reader of a file bring the memory. */
function byteReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' })
  } catch {
    return null
  }
}

function slicing(blob: Blob): PartReader {
  let at = 0
  let before: Bytes | null = null
  return async (length) => {
    if (before) dispose(before)
    before = new Uint8Array(await blob.slice(at, at + length).arrayBuffer())
    at += length
    return before
  }
}
