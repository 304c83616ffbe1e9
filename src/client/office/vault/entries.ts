import type { AcceptedEntry, Batch } from '../../../contract/entries.ts'
import { dayNumber } from '../../../domain/days.ts'
import type { AppendBatch } from '../../worker/proxy.ts'
import { fromBase64, toBase64 } from '../net/base64.ts'

/** An entry and its receipt as the protocol reads them. */
export const bytesOfEntry = ({ header, ciphertext, seals, signature, receipt }: AcceptedEntry) => ({
  header: fromBase64(header),
  ciphertext: fromBase64(ciphertext),
  seals: fromBase64(seals),
  signature: fromBase64(signature),
  receipt: { day: dayNumber(receipt.day), signature: fromBase64(receipt.signature) },
})

/** A sealed batch as it is sent. */
export const batchOf = ({ entries, serviceShare, shareMask, summary, held }: AppendBatch): Batch => ({
  entries: entries.map(({ header, ciphertext, seals, signature }) => ({
    header: toBase64(header),
    ciphertext: toBase64(ciphertext),
    seals: toBase64(seals),
    signature: toBase64(signature),
  })),
  ...(serviceShare && { serviceShare: toBase64(serviceShare) }),
  ...(shareMask && { shareMask: toBase64(shareMask) }),
  ...(summary && { summary: toBase64(summary) }),
  ...(held && { held: Object.fromEntries(Object.entries(held).map(([lane, block]) => [lane, toBase64(block)])) }),
})
