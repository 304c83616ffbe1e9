import { createHash } from 'node:crypto'
import type { Random } from '../../../crypto/index.ts'

/** Randomness that comes out the same for the same name, so that a failing test fails again. */
export function dice(name: string): Random {
  let drawn = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let offset = 0; offset < length; offset += 32) {
      const block = createHash('sha256').update(`${name}/${drawn++}`).digest()
      bytes.set(block.subarray(0, Math.min(32, length - offset)), offset)
    }
    return bytes
  }
}
