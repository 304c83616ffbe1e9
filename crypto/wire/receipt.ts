import { type Bytes, concat } from './bytes.ts'
import { encode, u32 } from './codec.ts'
import { type Verify, verifySignature } from './ed25519.ts'
import { tag } from './tag.ts'
import { type Lane, laneCodec } from './types.ts'

/** That the service accepted an entry on a day (PROTOCOL 9.1). */
export interface Receipt {
  case: Bytes
  lane: Lane
  sequence: number
  hash: Bytes
  day: number
}

/** What the service key signs. */
export const receiptBytes = (receipt: Receipt): Bytes =>
  concat(
    tag('receipt'),
    receipt.case,
    encode(laneCodec, receipt.lane),
    encode(u32, receipt.sequence),
    receipt.hash,
    encode(u32, receipt.day),
  )

/** Whether one of the service keys of the directory signed the receipt. */
export async function verifyReceipt(
  receipt: Receipt,
  signature: Bytes,
  serviceKeys: readonly Bytes[],
  verify: Verify = verifySignature,
): Promise<boolean> {
  const signed = receiptBytes(receipt)
  for (const key of serviceKeys.toReversed()) if (await verify(key, signed, signature)) return true
  return false
}
