import {
  type AppendBatch,
  authorOf,
  caseKeyDigits,
  decodePublicKeys,
  encodePublicKeys,
  generateCaseKey as generate,
  type KeyProblem,
  keyCode,
  type ListName,
  openDraft as open,
  openVisit as openMark,
  type PublicKeys,
  parseCaseKey as parse,
  proveAuthorship as prove,
  publicKeysOf,
  reporterKeys,
  reporterSigning,
  type Submission,
  sealSubmission as seal,
  sealDraft as sealDraftWith,
  sealVisit as sealMark,
  signRead as sign,
  signVisit as signMarked,
  type Visit,
  verify,
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
export function showCaseKey(_: Desk, { key, list }: { key: Bytes; list: ListName }): ShownCaseKey {
  const address = reporterSigning(key).publicKey
  return { key, words: wordsOf(key, list), digits: caseKeyDigits(key), address }
}

export const generateCaseKey = (desk: Desk, { list }: { list: ListName }): ShownCaseKey =>
  showCaseKey(desk, { key: generate(desk.random), list })

export type ReadCaseKey =
  | ({ readonly ok: true } & ShownCaseKey)
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

/** Reads a typed case key; what is wrong with it is named group by group. */
export function parseCaseKey(desk: Desk, { text }: { text: string }): ReadCaseKey {
  const read = parse(text)
  if (!read.ok) return read
  return { ok: true, ...showCaseKey(desk, { key: read.key, list: read.list ?? 'english' }) }
}

/** What somebody who lost their words hands to the office (PROTOCOL 15.3): 1248 bytes, and the 8 words to compare. */
export interface PublicLine {
  readonly line: Bytes
  readonly code: readonly string[]
}

/** The line of a case key, 16 bytes. */
export const makeLine = async (_: Desk, { key, list }: { key: Bytes; list: ListName }): Promise<PublicLine> =>
  publicLine(publicKeysOf(await reporterKeys(key)), list)

/** What a line says that somebody handed over. Throws `entry.bad_key` if it is none. */
export const readLine = (_: Desk, { line, list }: { line: Bytes; list: ListName }): Promise<PublicLine> =>
  publicLine(decodePublicKeys(line), list)

const publicLine = async (keys: PublicKeys, list: ListName): Promise<PublicLine> => ({
  line: encodePublicKeys(keys),
  code: await keyCode(keys, list),
})

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
export const signRead = (_: Desk, { key, origin, challenge, page }: ToRead): { key: Bytes; signature: Bytes } =>
  sign({ signing: reporterSigning(key) }, origin, challenge, page)

/** Proves with the key of an earlier case, 16 bytes, who writes in the one at this address (PROTOCOL 8.4). 96 bytes. */
export const proveAuthorship = (_: Desk, { key, address }: { key: Bytes; address: Bytes }): Bytes =>
  prove({ signing: reporterSigning(key) }, address)

/** The key that proved to have written in the case at this address; null if the proof does not hold. */
export const checkAuthorship = (
  _: Desk,
  { proof, address }: { proof: Uint8Array; address: Bytes },
): Promise<Bytes | null> => authorOf(proof, address, verify)

interface ToCheck {
  readonly receipts: readonly (Receipt & { readonly signature: Bytes })[]
}

/** Whether a service key of the loaded directory signed every one of these receipts (PROTOCOL 9.1). */
export async function checkReceipts(desk: Desk, { receipts }: ToCheck): Promise<boolean> {
  const { serviceKeys } = desk.directory
  const good = receipts.map(({ signature, ...receipt }) => verifyReceipt(receipt, signature, serviceKeys, verify))
  return (await Promise.all(good)).every(Boolean)
}

/** What is not sent yet as a file to keep (PROTOCOL 16). */
export const sealDraft = (desk: Desk, { text, key }: { text: string; key: Bytes }): Bytes =>
  sealDraftWith(text, key, desk.random)

/** The text of such a file. Throws `draft.…`. */
export const openDraft = (_: Desk, { file, key }: { file: Bytes; key: Bytes }): string => open(file, key)

interface ToMark {
  readonly key: Bytes
  readonly origin: string
  readonly challenge: Bytes
  /** Days since 1970-01-01. */
  readonly day: number
}

/** Seals and signs the mark of a visit (PROTOCOL 18), and says the number in it. */
export async function sealVisit(
  desk: Desk,
  { key, origin, challenge, day }: ToMark,
): Promise<{ key: Bytes; cell: Bytes; signature: Bytes; number: number }> {
  const { visit, cell } = sealMark(day, key, desk.random)
  return {
    cell,
    number: visit.number,
    ...(await signMarked({ signing: reporterSigning(key) }, origin, challenge, cell)),
  }
}

/** What the visit before this one left; null where it is none of this key's. */
export const openVisit = (_: Desk, { key, cell }: { key: Bytes; cell: Bytes }): Visit | null => openMark(cell, key)
