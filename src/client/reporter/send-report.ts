import { hex } from '../../../crypto/wire/index.ts'
import type { FirstBatch, Receipt, Receipts } from '../../contract/entries.ts'
import { ask } from './ask.ts'
import { checkReceipts } from './check-receipts.ts'
import type { ReportVault, Submission } from './vault.ts'

/** Seals and sends the report of a page. */
export interface ReportSender {
  /** Seals ahead, while the key is written down, so that sending need not wait for it. Nothing leaves the page. */
  readonly prepare: (submission: Submission) => void
  /** Sends a report and comes back with its receipts. @throws AskError, or an error with code `receipt.bad_signature` */
  readonly send: (submission: Submission) => Promise<readonly Receipt[]>
}

/**
 * Makes the sender of a page. The same answers for the same office are sent as they were sealed, ahead or the first time:
 * if the line broke after the service had taken them, the service knows them again, and nothing is doubled. Whatever has
 * changed since is sealed anew.
 */
export const reportSender = (vault: ReportVault): ReportSender => {
  let last: { readonly what: string; readonly batch: Promise<FirstBatch> } | undefined
  const sealed = (submission: Submission): Promise<FirstBatch> => {
    const what = whatIsSealed(submission)
    if (last?.what === what) return last.batch
    const mine = { what, batch: vault.sealReport(submission) }
    last = mine
    // What failed is tried anew, and says so to whoever waits for it.
    mine.batch.catch(() => {
      if (last === mine) last = undefined
    })
    return mine.batch
  }
  return {
    prepare: (submission) => void sealed(submission),
    send: async (submission) => {
      const { receipts } = await ask<Receipts>('/api/reports', await sealed(submission))
      await checkReceipts(vault, receipts)
      return receipts
    },
  }
}

const whatIsSealed = ({ office, body, identity, excluded, earlier, files }: Submission): string =>
  JSON.stringify([
    ...[office.day, hex(office.directory.head), body, identity],
    ...[excluded.map(({ id }) => hex(id)), earlier && hex(earlier), files],
  ])
