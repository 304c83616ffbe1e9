import { hex } from '../../../crypto/wire/index.ts'
import type { FirstBatch, Receipt, Receipts } from '../../contract/entries.ts'
import { ask } from './ask.ts'
import { checkReceipts } from './check-receipts.ts'
import type { ReportVault, Submission } from './vault.ts'

/** Sends a report and comes back with its receipts. @throws AskError, or an error with code `receipt.bad_signature` */
export type SendReport = (submission: Submission) => Promise<readonly Receipt[]>

/**
 * Makes the sender of a page. The same answers for the same office are sent again as they were sealed: if the line broke
 * after the service had taken them, the service knows them again, and nothing is doubled.
 */
export const reportSender = (vault: ReportVault): SendReport => {
  let last: { readonly what: string; readonly batch: FirstBatch } | undefined
  return async (submission) => {
    const what = whatIsSealed(submission)
    if (last?.what !== what) last = { what, batch: await vault.sealReport(submission) }
    const { receipts } = await ask<Receipts>('/api/reports', last.batch)
    await checkReceipts(vault, receipts)
    return receipts
  }
}

const whatIsSealed = ({ office, body, identity, excluded }: Submission): string =>
  JSON.stringify([office.day, hex(office.directory.head), body, identity, excluded.map(({ id }) => hex(id))])
