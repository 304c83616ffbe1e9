import { randomBytes } from 'node:crypto'
import type { CaseRow, CredentialRow, NewEntry, StatementRow } from '../../src/service/ports.ts'

/** Rows of invented content in the right shape. */
export const bytes = (length: number) => new Uint8Array(randomBytes(length))

export const rowKey = () => randomBytes(5).readUIntBE(0, 5)

export const statement = (sequence: number): StatementRow => ({
  sequence,
  hash: bytes(32),
  statement: bytes(80),
  signatures: bytes(98),
})

export const credential = (
  memberId: Uint8Array<ArrayBuffer>,
  state: CredentialRow['state'] = 'ready',
): CredentialRow => ({
  id: bytes(32),
  memberId,
  label: 'blue key',
  publicKey: bytes(77),
  signCount: 0,
  wrappedSecret: bytes(72),
  created: 20_000,
  state,
})

export const kit = (memberId: Uint8Array<ArrayBuffer>) => ({
  publicKey: bytes(32),
  memberId,
  wrappedSecret: bytes(72),
  created: 20_000,
})

export function caseRow(changes: Partial<CaseRow> = {}): CaseRow {
  const address = bytes(32)
  return {
    ...{ id: rowKey(), address, reporterKey: address, revision: 2, received: 20_000, last: 20_000 },
    ...{
      remind: 20_003,
      release: 20_007,
      epoch: 0,
      head: bytes(32),
      summary: bytes(644),
      serviceShare: bytes(60),
      waits: 20_000,
    },
    ...changes,
  }
}

export const entry = (revision: number, changes: Partial<NewEntry> = {}): NewEntry => ({
  ...{ revision, lane: 1, sequence: revision - 1, hash: bytes(32), header: bytes(400) },
  ...{ ciphertext: bytes(4_136), seals: bytes(3 + 2 + 2 * 1_200), signature: bytes(64), statement: 0, day: 20_000 },
  receipt: bytes(64),
  ...changes,
})

/** A first submission: one entry in the shared lane and one in the identity lane. */
export const firstEntries = (): NewEntry[] => [entry(1), entry(2, { lane: 3, sequence: 0 })]
