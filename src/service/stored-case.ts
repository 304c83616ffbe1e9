import { applyEntry } from '../../crypto/wire/apply-entry.ts'
import { nothing } from '../../crypto/wire/bytes.ts'
import { type CaseState, emptyCase } from '../../crypto/wire/case-state.ts'
import { dated } from '../../crypto/wire/dated.ts'
import type { Directory } from '../../crypto/wire/directory.ts'
import type { VerifiedEntry } from '../../crypto/wire/entry.ts'
import { decodeHeader } from '../../crypto/wire/header.ts'
import { sealingKeyId } from '../../crypto/wire/sealing-key-id.ts'
import { decodeSeals } from '../../crypto/wire/seals-block.ts'
import type { ChainRow } from './ports.ts'

/** An entry that was verified when it was accepted. What follows depends only on whether it has a ciphertext. */
async function storedEntry(row: ChainRow): Promise<VerifiedEntry> {
  const header = decodeHeader(row.header)
  const { namedSealingKey } = header
  return {
    header,
    hash: row.hash,
    seals: decodeSeals(row.seals),
    namedSealingKeyId: namedSealingKey.length > 0 ? await sealingKeyId(namedSealingKey) : nothing,
    raw: { header: row.header, ciphertext: row.ciphertext, seals: row.seals, signature: row.signature },
  }
}

/** What the accepted entries of a case have come to. */
export async function foldCase(rows: readonly ChainRow[], directory: Directory): Promise<CaseState> {
  const entries = await Promise.all(rows.map(async (row) => dated(await storedEntry(row), row.day)))
  return entries.reduce((state, entry) => applyEntry(state, entry, directory), emptyCase())
}
