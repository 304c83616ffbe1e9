import { fromBase64url, type SignedEntry as SealedEntry, toBase64url } from '../../../crypto/wire/index.ts'
import type { Batch, FirstBatch, SignedEntry } from '../../contract/entries.ts'
import type { NamedEvidence } from '../files/named.ts'
import type { AppendBatch } from '../worker/proxy.ts'

const entryOf = ({ header, ciphertext, seals, signature }: SealedEntry): SignedEntry => ({
  header: toBase64url(header),
  ciphertext: toBase64url(ciphertext),
  seals: toBase64url(seals),
  signature: toBase64url(signature),
})

/** A sealed batch as it crosses the wire. */
export const batchOf = ({ entries, serviceShare, shareMask, summary, held }: AppendBatch): Batch => ({
  entries: entries.map(entryOf),
  ...(serviceShare && { serviceShare: toBase64url(serviceShare) }),
  ...(shareMask && { shareMask: toBase64url(shareMask) }),
  ...(summary && { summary: toBase64url(summary) }),
  ...(held && { held: Object.fromEntries(Object.entries(held).map(([lane, block]) => [lane, toBase64url(block)])) }),
})

/** A first submission as it crosses the wire. */
export const firstBatchOf = (batch: AppendBatch): FirstBatch => {
  const { entries, serviceShare, summary, held } = batchOf(batch)
  if (serviceShare === undefined || summary === undefined)
    throw new Error('a first submission has a share and a summary')
  return { entries, serviceShare, summary, ...(held && { held }) }
}

/** Files as the header of their entry names them. */
export const namedFiles = (files: readonly NamedEvidence[]) =>
  files.map(({ hash, chunks }) => ({ hash: fromBase64url(hash), chunks }))
