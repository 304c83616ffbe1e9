import type { Bytes } from './bytes.ts'

/** Thrown while reading; `decode` turns it into the code of the structure at hand. */
export class Malformed extends Error {}

/** Takes bytes from the front of a byte string; big endian (PROTOCOL 1). */
export class Reader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get done(): boolean {
    return this.#offset === this.#bytes.length
  }

  /** The next `length` bytes, copied, so that nothing keeps the whole message alive or sees it change. */
  take(length: number): Bytes {
    const from = this.#offset
    return this.#bytes.slice(from, this.#past(length)) as Bytes
  }

  /** The same as a view of the message: for what is nearly all of it, of which a copy would be much. */
  view(length: number): Bytes {
    const from = this.#offset
    return this.#bytes.subarray(from, this.#past(length)) as Bytes
  }

  /** An unsigned integer of 1, 2 or 4 bytes. */
  number(length: 1 | 2 | 4): number {
    const end = this.#offset + length
    if (end > this.#bytes.length) throw new Malformed()
    let value = 0
    while (this.#offset < end) value = value * 256 + (this.#bytes[this.#offset++] as number)
    return value
  }

  /** Goes on by so many bytes, and says where that is. */
  #past(length: number): number {
    const end = this.#offset + length
    if (end > this.#bytes.length) throw new Malformed()
    this.#offset = end
    return end
  }
}
