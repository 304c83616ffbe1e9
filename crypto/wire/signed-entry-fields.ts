import { fixed, v32 } from './codec.ts'
import { limits, sizes } from './limits.ts'

/** How the parts of an entry stand one after another wherever entries travel as bytes (PROTOCOL 8.3, 19.2). */
export const signedEntryFields = {
  header: v32(limits.header),
  ciphertext: v32(limits.body * 2),
  seals: v32(limits.seals * sizes.sealingKey),
  signature: fixed(sizes.signature),
}
