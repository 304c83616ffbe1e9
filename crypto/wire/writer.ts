import type { Bytes } from './bytes.ts'

/** Puts bytes one after another; big endian (PROTOCOL 1). */
export class Writer {
  #bytes: Bytes = new Uint8Array(64)
  #length = 0

  put(bytes: Uint8Array): void {
    this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** An unsigned integer of 1, 2 or 4 bytes. A number that does not fit is a defect of the caller. */
  number(value: number, length: 1 | 2 | 4): void {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** length) throw new RangeError('number does not fit')
    this.#grow(length)
    for (let place = length - 1; place >= 0; place--) this.#bytes[this.#length++] = Math.floor(value / 256 ** place)
  }

  finish(): Bytes {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
