import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { encode } from '../../crypto/wire/codec.ts'
import type { SignedEntry } from '../../crypto/wire/entry.ts'
import type { SignedStatement } from '../../crypto/wire/statement.ts'
import type * as contract from '../contract/directory.ts'
import type { SignedEntry as SignedEntryJson } from '../contract/entries.ts'
import { signatureList, signaturesOf } from './current-office.ts'
import type { StatementRow } from './ports.ts'

/** Between the JSON of the contract, in base64url, and bytes. The schemas have checked the text before. */
export const entryFrom = (json: SignedEntryJson): SignedEntry => ({
  header: fromBase64url(json.header),
  ciphertext: fromBase64url(json.ciphertext),
  seals: fromBase64url(json.seals),
  signature: fromBase64url(json.signature),
})

export const entryToJson = (entry: SignedEntry): SignedEntryJson => ({
  header: toBase64url(entry.header),
  ciphertext: toBase64url(entry.ciphertext),
  seals: toBase64url(entry.seals),
  signature: toBase64url(entry.signature),
})

export const statementFrom = (json: contract.SignedStatement): SignedStatement => ({
  statement: fromBase64url(json.statement),
  signatures: json.signatures.map(({ signer, signature }) => ({
    signer: fromBase64url(signer),
    signature: fromBase64url(signature),
  })),
})

export const statementRow = (signed: SignedStatement, sequence: number, hash: Bytes): StatementRow => ({
  sequence,
  hash,
  statement: signed.statement,
  signatures: encode(signatureList, signed.signatures),
})

export const statementToJson = (row: Pick<StatementRow, 'statement' | 'signatures'>): contract.SignedStatement => ({
  statement: toBase64url(row.statement),
  signatures: signaturesOf(row.signatures).map(({ signer, signature }) => ({
    signer: toBase64url(signer),
    signature: toBase64url(signature),
  })),
})

/** The bytes of base64url text from an address or a header. Throws `base64.malformed`. */
export const bytesOf = (text: string): Bytes => fromBase64url(text)
