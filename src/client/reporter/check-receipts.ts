import { fromBase64url } from '../../../crypto/wire/index.ts'
import type { Receipt } from '../../contract/entries.ts'
import { dayNumber } from '../../domain/days.ts'
import type { Vault } from './vault.ts'

/** A receipt that the service's key, as the office's directory names it, did not sign. */
class BadReceipt extends Error {
  readonly code = 'receipt.bad_signature'
}

/** Checks that the service signed each receipt: it is what proves later that something was received. @throws BadReceipt */
export const checkReceipts = async (vault: Vault, receipts: readonly Receipt[]): Promise<void> => {
  const signed = receipts.map((receipt) => ({
    ...receipt,
    case: fromBase64url(receipt.case),
    hash: fromBase64url(receipt.hash),
    day: dayNumber(receipt.day),
    signature: fromBase64url(receipt.signature),
  }))
  if (!(await vault.goodReceipts(signed))) throw new BadReceipt()
}
