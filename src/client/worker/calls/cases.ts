import {
  type Act,
  type AppendBatch,
  type Body,
  decodePublicKeys,
  type InboxLine,
  type Keys,
  type KnownHead,
  type OpenedCase,
  openCase as open,
  openInboxLine,
  publicKeysOf,
  reporterKeys,
  sealAct,
} from '../../../../crypto/index.ts'
import { type AcceptedEntry, type Bytes, concat, decodePage, decodeStream } from '../../../../crypto/wire/index.ts'
import { codeOf } from '../code-of.ts'
import type { Desk } from '../desk.ts'
import type { Progress } from '../messages.ts'

/** An opened case without its keys, which stay in the worker. */
export type CaseView = Omit<OpenedCase, 'secrets'>

interface Opening {
  readonly entries: readonly AcceptedEntry[]
  readonly known?: readonly KnownHead[]
  readonly identityShare?: Bytes | null
}

// The header of an empty module; the plain JavaScript build stands on a WebAssembly that refuses everything.
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** Without WebAssembly each seal takes about a tenth of a second: then checking other people's is left to others. */
const checkSeals = WebAssembly.validate(emptyModule)

async function openWith(desk: Desk, keys: Keys, opening: Opening): Promise<CaseView> {
  const opened = await open(keys, { ...opening, directory: desk.directory, checkSeals })
  desk.keepCase(keys, opened)
  const { secrets: _, ...view } = opened
  return view
}

/** Verifies and opens a case with the unlocked officer's keys, and keeps it for `seal`. */
export const openCase = (desk: Desk, opening: Opening): Promise<CaseView> => openWith(desk, desk.officer.keys, opening)

interface OwnOpening {
  /** The case key, 16 bytes. */
  readonly key: Bytes
  /** All pages of the service's answer, the first one first. */
  readonly pages: readonly Bytes[]
  readonly known?: readonly KnownHead[]
}

/** An opened case and the public half of the key that opened it: the reporter's or a further one. */
export type OwnView = CaseView & { readonly self: Bytes }

/** The same for the reporter's side, from the pages of the service's answer. `null` if there is no case under this key. */
export async function openOwnCase(desk: Desk, { key, pages, known = [] }: OwnOpening): Promise<OwnView | null> {
  const decoded = pages.map(decodePage)
  if (!decoded[0]?.found) return null
  const entries = decodeStream(concat(...decoded.map(({ chunk }) => chunk)))
  const keys = await reporterKeys(key)
  return { ...(await openWith(desk, keys, { entries, known })), self: keys.address }
}

/**
 * What somebody does in a case. A key made in this page is given as its 16 bytes, and that of somebody who lost their words
 * by the line that they handed over, 1248 bytes.
 */
export type CaseAct =
  | Exclude<Act, { act: 'replace-key' | 'represent' | 'readmit' }>
  | { readonly act: 'replace-key' | 'represent'; readonly newKey: Bytes; readonly body: Body }
  | { readonly act: 'readmit'; readonly line: Bytes; readonly body: Body }

async function actOf(act: CaseAct): Promise<Act> {
  switch (act.act) {
    case 'replace-key':
      return { act: act.act, newKeys: await reporterKeys(act.newKey), body: act.body }
    case 'represent':
      return { act: act.act, key: publicKeysOf(await reporterKeys(act.newKey)), body: act.body }
    case 'readmit':
      return { act: act.act, key: decodePublicKeys(act.line), body: act.body }
    default:
      return act
  }
}

interface Sealing {
  readonly case: Bytes
  readonly act: CaseAct
  /** Days since 1970-01-01. */
  readonly day: number
  /** JSON value for the inbox; sealed along wherever the shared lane moves. */
  readonly summary: unknown
}

/** Seals what somebody does in a case that they opened, with all that has to come before it. */
export async function seal(desk: Desk, { case: address, act, day, summary }: Sealing): Promise<AppendBatch> {
  const { keys, opened } = desk.caseAt(address)
  const pen = { keys, directory: desk.directory, day, random: desk.random }
  return sealAct(opened, await actOf(act), summary, pen)
}

export type OpenedLine = { readonly json: unknown } | { readonly code: string }

const linesAStep = 25

/** Opens the summaries of the inbox in their order; one that does not open gives its code and hides no other. */
export function openSummaries(
  desk: Desk,
  { lines }: { lines: readonly InboxLine[] },
  report: (progress: Progress) => void,
): OpenedLine[] {
  const { keys } = desk.officer
  return lines.map((line, place) => {
    if (place % linesAStep === 0) report({ done: place, total: lines.length })
    try {
      return { json: openInboxLine(keys, line) }
    } catch (error) {
      return { code: codeOf(error) }
    }
  })
}
