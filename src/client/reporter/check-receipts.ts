import { fromBase64url, verifyReceipt } from '../../../crypto/wire/index.ts'
import type { Receipt } from '../../contract/entries.ts'
import { dayNumber } from '../../domain/days.ts'
import type { Office } from './office.ts'

/** A receipt that the service's key, as the office's directory names it, did not sign. */
export class BadReceipt extends Error {
  readonly code = 'receipt.bad_signature'
}

/** Checks that the service signed each receipt: it is what proves later that something was received. @throws BadReceipt */
export const checkReceipts = async ({ directory }: Office, receipts: readonly Receipt[]): Promise<void> => {
  for (const { signature, ...receipt } of receipts) {
    const signed = {
      ...receipt,
      case: fromBase64url(receipt.case),
      hash: fromBase64url(receipt.hash),
      day: dayNumber(receipt.day),
    }
    if (!(await verifyReceipt(signed, fromBase64url(signature), directory.serviceKeys))) throw new BadReceipt()
  }
}
