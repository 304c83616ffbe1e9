import { verify } from '../verify.ts'
import type { Bytes } from '../wire/bytes.ts'
import { type VerifiedEntry, verifyEntry } from '../wire/entry.ts'
import { must, WireError } from '../wire/errors.ts'
import { decodeHeader } from '../wire/header.ts'
import type { AcceptedEntry } from '../wire/page.ts'
import { verifyReceipt } from '../wire/receipt.ts'
import type { Break } from './chain.ts'

/** Entries whose signature and receipt hold, and the first of the others. */
export interface VerifiedEntries {
  readonly verified: readonly { readonly entry: VerifiedEntry; readonly receipt: AcceptedEntry['receipt'] }[]
  readonly broken: Break | null
}

/** One entry with its receipt (PROTOCOL 10.2, 10.3). Throws `WireError`. */
async function verifyOne(accepted: AcceptedEntry, serviceKeys: readonly Bytes[]): Promise<VerifiedEntry> {
  const { header, ciphertext, seals, signature, receipt } = accepted
  const entry = await verifyEntry({ header, ciphertext, seals, signature }, verify)
  const { case: address, lane, sequence } = entry.header
  const received = { case: address, lane, sequence, hash: entry.hash, day: receipt.day }
  must(await verifyReceipt(received, receipt.signature, serviceKeys, verify), 'receipt.bad_signature')
  return entry
}

function breakOf(accepted: AcceptedEntry, error: WireError): Break {
  try {
    const { lane, sequence } = decodeHeader(accepted.header)
    return { lane, sequence, code: error.code }
  } catch {
    return { lane: 'shared', sequence: 0, code: error.code }
  }
}

/** Checks what the service gave out, entry by entry. What fails is left out; the chain then shows the gap. */
export async function verifyAccepted(
  entries: readonly AcceptedEntry[],
  serviceKeys: readonly Bytes[],
): Promise<VerifiedEntries> {
  const verified: { entry: VerifiedEntry; receipt: AcceptedEntry['receipt'] }[] = []
  let broken: Break | null = null
  for (const accepted of entries) {
    try {
      verified.push({ entry: await verifyOne(accepted, serviceKeys), receipt: accepted.receipt })
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      broken ??= breakOf(accepted, error)
    }
  }
  return { verified, broken }
}
