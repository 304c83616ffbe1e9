import {
  type AppendBatch,
  caseKeyDigits,
  generateCaseKey as generate,
  type KeyProblem,
  type ListName,
  parseCaseKey as parse,
  reporterKeys,
  type Submission,
  sealSubmission as seal,
  signRead as sign,
  verifyBySodium,
  caseKeyWords as wordsOf,
} from '../../../../crypto/index.ts'
import { type Bytes, type Receipt, verifyReceipt } from '../../../../crypto/wire/index.ts'
import type { Desk } from '../desk.ts'

/** A case key as people keep it. */
export interface ShownCaseKey {
  /** 16 bytes. */
  readonly key: Bytes
  readonly words: readonly string[]
  readonly digits: readonly string[]
  /** Its public signing key; of the first key of a case the case address. */
  readonly address: Bytes
}

/** A case key in the words of a list, and in digits. */
export async function showCaseKey(_: Desk, { key, list }: { key: Bytes; list: ListName }): Promise<ShownCaseKey> {
  const { address } = await reporterKeys(key)
  return { key, words: wordsOf(key, list), digits: caseKeyDigits(key), address }
}

export const generateCaseKey = (desk: Desk, { list }: { list: ListName }): Promise<ShownCaseKey> =>
  showCaseKey(desk, { key: generate(desk.random), list })

export type ReadCaseKey =
  | ({ readonly ok: true } & ShownCaseKey)
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

/** Reads a typed case key; what is wrong with it is named group by group. */
export async function parseCaseKey(desk: Desk, { text }: { text: string }): Promise<ReadCaseKey> {
  const read = parse(text)
  if (!read.ok) return read
  return { ok: true, ...(await showCaseKey(desk, { key: read.key, list: read.list ?? 'english' })) }
}

type ToSubmit = Omit<Submission, 'caseKey' | 'directory'> & { readonly key: Bytes }

/** Seals a first submission to the readers of the loaded directory. */
export const sealSubmission = (desk: Desk, { key, ...submission }: ToSubmit): Promise<AppendBatch> =>
  seal({ ...submission, caseKey: key, directory: desk.directory }, desk.random)

interface ToRead {
  readonly key: Bytes
  readonly origin: string
  readonly challenge: Bytes
  readonly page: number
}

/** Signs a request for a page of the case (PROTOCOL 8.2). */
export const signRead = async (
  _: Desk,
  { key, origin, challenge, page }: ToRead,
): Promise<{ key: Bytes; signature: Bytes }> => sign(await reporterKeys(key), origin, challenge, page)

interface ToCheck {
  readonly receipts: readonly (Receipt & { readonly signature: Bytes })[]
}

/** Whether a service key of the loaded directory signed every one of these receipts (PROTOCOL 9.1). */
export async function checkReceipts(desk: Desk, { receipts }: ToCheck): Promise<boolean> {
  const { serviceKeys } = desk.directory
  for (const { signature, ...receipt } of receipts) {
    if (!(await verifyReceipt(receipt, signature, serviceKeys, verifyBySodium))) return false
  }
  return true
}
