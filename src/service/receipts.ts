import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import type { VerifiedEntry } from '../../crypto/wire/entry.ts'
import { decodeHeader } from '../../crypto/wire/header.ts'
import { receiptBytes } from '../../crypto/wire/receipt.ts'
import type { Receipt, Receipts } from '../contract/entries.ts'
import { dayOf } from '../domain/days.ts'
import type { ChainRow } from './ports.ts'
import type { World } from './world.ts'

/** Signs that an entry was accepted on a day (PROTOCOL 9.1). */
export function signReceipt(world: World, { header, hash }: VerifiedEntry, day: number): Promise<Bytes> {
  return world.secrets.sign(
    receiptBytes({ case: header.case, lane: header.lane, sequence: header.sequence, hash, day }),
  )
}

/** The receipts of accepted entries, as their author gets them. */
export const receiptsOf = (rows: readonly Pick<ChainRow, 'header' | 'hash' | 'day' | 'receipt'>[]): Receipts => ({
  receipts: rows.map(receiptOf),
})

function receiptOf({ header, hash, day, receipt }: Pick<ChainRow, 'header' | 'hash' | 'day' | 'receipt'>): Receipt {
  const { case: address, lane, sequence } = decodeHeader(header)
  return {
    case: toBase64url(address),
    lane,
    sequence,
    hash: toBase64url(hash),
    day: dayOf(day),
    signature: toBase64url(receipt),
  }
}
