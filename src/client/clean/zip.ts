import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Allowance, inflate } from './inflate.ts'
import { readable, startsAt } from './texts.ts'
import { Locked, Malformed, Unknown } from './trace.ts'

/** One file in a ZIP, still packed. */
export interface Packed {
  readonly name: string
  readonly method: 0 | 8
  readonly crc: number
  readonly size: number
  readonly data: Bytes
}

/** More files than any document has. */
const FILES = 20_000

const [END, CENTRAL, LOCAL] = ['PK\x05\x06', 'PK\x01\x02', 'PK\x03\x04']

/** What a number says that is too small for a ZIP of the large kind, which is not read here. */
const [LARGE_COUNT, LARGE] = [0xffff, 0xffffffff]

/**
 * Lists the files of a ZIP by its directory, as every reader of documents does.
 * @throws Malformed, Locked (a file in it has a password), Unknown (it is of the large kind, or packed in a rare way)
 */
export const readZip = (bytes: Bytes): Packed[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(bytes)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === LARGE_COUNT || at === LARGE) throw new Unknown()
  if (count > FILES) throw new Malformed()
  return Array.from({ length: count }, () => {
    if (at + 46 > bytes.length || !startsAt(bytes, at, CENTRAL)) throw new Malformed()
    const entry = packedAt(bytes, view, at)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return entry
  })
}

/** The end of the directory: the last place that looks like it. Its comment is at most 64 KiB. */
const endOf = (bytes: Uint8Array): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 0x10016); at -= 1)
    if (startsAt(bytes, at, END)) return at
  throw new Malformed()
}

const packedAt = (bytes: Bytes, view: DataView, at: number): Packed => {
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new Locked()
  const method = view.getUint16(at + 10, true)
  const local = view.getUint32(at + 42, true)
  const length = view.getUint32(at + 20, true)
  if ((method !== 0 && method !== 8) || local === LARGE || length === LARGE) throw new Unknown()
  if (local + 30 > bytes.length || !startsAt(bytes, local, LOCAL)) throw new Malformed()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + length > bytes.length) throw new Malformed()
  return {
    name: readable(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    method,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    data: bytes.subarray(start, start + length),
  }
}

/** The content of a packed file. @throws TooLarge, Malformed */
export const unpack = async ({ method, data }: Packed, allowance: Allowance): Promise<Bytes> => {
  if (method === 8) return inflate(data, 'deflate-raw', allowance)
  return data
}
