import {
  type Act,
  type AppendBatch,
  type Body,
  generateCaseKey,
  type Keys,
  type OpenedCase,
  openCase,
  openVisit,
  type ReporterKeys,
  ready,
  reporterKeys,
  type SealedBytes,
  sealAct,
  sealEnvelope,
  sealSubmission,
  sealVisit,
  signRead,
  signVisit,
} from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, concat } from '../../crypto/wire/bytes.ts'
import type { Directory } from '../../crypto/wire/directory.ts'
import { WireError } from '../../crypto/wire/errors.ts'
import type { NamedFile } from '../../crypto/wire/files.ts'
import { type AcceptedEntry, decodePage, decodeStream } from '../../crypto/wire/page.ts'
import type { Batch, FirstBatch, SignedEntry } from '../../src/contract/entries.ts'
import { dayNumber, dayOf } from '../../src/domain/days.ts'
import { headquarters } from '../../src/domain/headquarters.ts'
import { firstSchedule } from '../../src/domain/schedule.ts'
import { type Client, createClient } from './client.ts'
import { directoryOf, type Office, pack } from './office.ts'
import { type Officer, random } from './officers.ts'

/** Somebody with a case key, and their browser. */
export interface Reporter {
  readonly client: Client
  readonly caseKey: Bytes
  readonly keys: ReporterKeys
  readonly address: Bytes
}

export async function newReporter(origin: string): Promise<Reporter> {
  await ready()
  const caseKey = generateCaseKey(random)
  const keys = await reporterKeys(caseKey)
  return { client: createClient(origin), caseKey, keys, address: keys.address }
}

export interface Told {
  readonly body?: Body
  /** Sealed files that were sent before. */
  readonly files?: readonly NamedFile[]
  readonly identity?: Body | null
  readonly excluded?: readonly Officer[]
  readonly summary?: unknown
  /** Hash of the rules; those of the invented office, if not said. */
  readonly pack?: Bytes
  /** Days since 1970, if the header is not to say today. */
  readonly day?: number
  /** Days by which the reminder is dishonestly put off. */
  readonly putOff?: number
}

const story: Body = { type: 'report', kind: 'report', mode: 'anonymous', story: 'Stamps are bought twice.' }
const summary = { v: 1, title: 'Stamps', kind: 'report', state: 'received', owed: [], language: 'en' }

/** Seals a report for whoever reads new cases. */
export async function sealReport(reporter: Reporter, told: Told = {}): Promise<FirstBatch> {
  const { day: today } = await reporter.client.call('officeState')
  const day = told.day ?? dayNumber(today)
  const schedule = firstSchedule(dayOf(day), headquarters)
  const batch = await sealSubmission(
    {
      caseKey: reporter.caseKey,
      directory: await directoryOf(reporter.client),
      excluded: (told.excluded ?? []).map(({ memberId }) => memberId),
      day,
      pack: told.pack ?? fromBase64url(pack),
      schedule: { remind: dayNumber(schedule.remind) + (told.putOff ?? 0), release: dayNumber(schedule.release) },
      body: told.body ?? story,
      files: told.files ?? [],
      identity: told.identity ?? null,
      summary: told.summary ?? summary,
    },
    random,
  )
  return batchJson(batch) as FirstBatch
}

/** Seals a report into a file, as somebody without a connection does. */
export async function sealFile(
  reporter: Reporter,
  told: Omit<Told, 'files'> & { directory?: Directory; files?: readonly SealedBytes[] } = {},
): Promise<Bytes> {
  const { day: today } = await reporter.client.call('officeState')
  return sealEnvelope(
    {
      caseKey: reporter.caseKey,
      directory: told.directory ?? (await directoryOf(reporter.client)),
      excluded: (told.excluded ?? []).map(({ memberId }) => memberId),
      day: told.day ?? dayNumber(today),
      pack: told.pack ?? fromBase64url(pack),
      body: told.body ?? story,
      files: told.files ?? [],
      summary: told.summary ?? summary,
    },
    random,
  )
}

/** Seals and sends a report. */
export async function report(office: Office, told: Told = {}): Promise<Reporter> {
  const reporter = await newReporter(office.server.origin)
  await reporter.client.call('submitReport', { body: await sealReport(reporter, told) })
  return reporter
}

const entryJson = (entry: AppendBatch['entries'][number]): SignedEntry => ({
  header: toBase64url(entry.header),
  ciphertext: toBase64url(entry.ciphertext),
  seals: toBase64url(entry.seals),
  signature: toBase64url(entry.signature),
})

const textsOf = (parts: object) =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, toBase64url(value as Bytes)]))

export const batchJson = ({ entries, held, ...beside }: AppendBatch): Batch => ({
  entries: entries.map(entryJson),
  ...textsOf(beside),
  ...(held && { held: textsOf(held) }),
})

/** One signed question for a page of a case. */
export async function readPage({ client, keys }: Pick<Reporter, 'client' | 'keys'>, page = 0): Promise<Bytes> {
  const { challenge } = await client.call('caseChallenge')
  const { key, signature } = signRead(keys, client.origin, fromBase64url(challenge), page)
  return client.call('readCase', {
    body: { key: toBase64url(key), challenge, page, signature: toBase64url(signature) },
  })
}

/** All that the service gives a reporter of their case, newest first; `null` if it knows no case under this key. */
export async function readEntries(reporter: Pick<Reporter, 'client' | 'keys'>): Promise<AcceptedEntry[] | null> {
  // Somebody who writes between two pages moves what stands in them: then one reads again.
  for (;;) {
    try {
      return await readOnce(reporter)
    } catch (error) {
      if (!(error instanceof WireError && error.code === 'page.malformed')) throw error
    }
  }
}

/** Leaves the mark of a visit on a day, in days since 1970. Comes back with it and with the mark before it, where that opens. */
export async function leaveMark(
  { client, keys, caseKey }: Pick<Reporter, 'client' | 'keys' | 'caseKey'>,
  day = 20_000,
) {
  const { body, visit } = await visitRequest({ client, keys, caseKey }, day)
  const { cell } = await client.call('markVisit', { body })
  return { left: visit, former: openVisit(fromBase64url(cell), caseKey) }
}

/** What is sent to leave a mark. */
export async function visitRequest(
  { client, keys, caseKey }: Pick<Reporter, 'client' | 'keys' | 'caseKey'>,
  day = 20_000,
) {
  const { challenge } = await client.call('caseChallenge')
  const { visit, cell } = sealVisit(day, caseKey, random)
  const { key, signature } = await signVisit(keys, client.origin, fromBase64url(challenge), cell)
  const body = { key: toBase64url(key), challenge, cell: toBase64url(cell), signature: toBase64url(signature) }
  return { visit, body }
}

async function readOnce(reporter: Pick<Reporter, 'client' | 'keys'>): Promise<AcceptedEntry[] | null> {
  const first = decodePage(await readPage(reporter))
  if (!first.found) return null
  const chunks = [first.chunk]
  for (let page = 1; page < first.pages; page++) chunks.push(decodePage(await readPage(reporter, page)).chunk)
  return decodeStream(concat(...chunks))
}

/** All that the service gives an officer of a case. */
export async function readEntriesAsOfficer({ client }: Officer, address: Bytes): Promise<AcceptedEntry[]> {
  const entries: AcceptedEntry[] = []
  for (let after: number | null = 0; after !== null; ) {
    const answer: { entries: Awaited<ReturnType<typeof accepted>>[]; next: number | null } = await client
      .call('readCaseAsOfficer', { path: { case: toBase64url(address) }, query: { after: String(after) } })
      .then(({ entries: list, next }) => ({ entries: list.map(accepted), next }))
    entries.push(...answer.entries)
    after = answer.next
  }
  return entries
}

const accepted = ({
  receipt,
  ...entry
}: SignedEntry & { receipt: { day: string; signature: string } }): AcceptedEntry => ({
  header: fromBase64url(entry.header),
  ciphertext: fromBase64url(entry.ciphertext),
  seals: fromBase64url(entry.seals),
  signature: fromBase64url(entry.signature),
  receipt: { day: dayNumber(receipt.day), signature: fromBase64url(receipt.signature) },
})

/** Somebody who opens and writes in a case: its reporter, or an officer who reads it. */
export type Writer = Reporter | Officer

const isReporter = (writer: Writer): writer is Reporter => 'caseKey' in writer

/** Gets and verifies a case, as the writer's browser does. */
export async function open(
  writer: Writer,
  address: Bytes,
  identityShare: Bytes | null = null,
  checkSeals = true,
): Promise<OpenedCase> {
  const entries = isReporter(writer) ? await readEntries(writer) : await readEntriesAsOfficer(writer, address)
  if (!entries) throw new Error('There is no case under this key')
  const keys: Keys = writer.keys
  const directory = await directoryOf(writer.client)
  return openCase(keys, { directory, entries, identityShare, checkSeals })
}

/** Opens a case and seals something in it, without sending it. */
export async function seal(writer: Writer, address: Bytes, act: Act, day?: number): Promise<Batch> {
  const opened = await open(writer, address, null, false)
  const directory = await directoryOf(writer.client)
  const today = day ?? dayNumber((await writer.client.call('officeState')).day)
  return batchJson(await sealAct(opened, act, summary, { keys: writer.keys, directory, day: today, random }))
}

/** Sends a sealed batch and gives whatever came back. */
export const send = (writer: Writer, address: Bytes, batch: Batch) =>
  isReporter(writer)
    ? writer.client.ask('appendAsReporter', { body: { case: toBase64url(address), ...batch } })
    : writer.client.ask('appendAsOfficer', { path: { case: toBase64url(address) }, body: batch })

/** Opens, seals and sends; throws if it is refused. */
export async function act(writer: Writer, address: Bytes, what: Act): Promise<void> {
  const { code } = await send(writer, address, await seal(writer, address, what))
  if (code !== null) throw new Error(`The act was refused: ${code}`)
}

/** Says something that everybody reads who reads the case. */
export const message = (text: string): Act => ({ act: 'say', lane: 'shared', body: { type: 'message', text } })

/** Says something that only officers read. */
export const note = (text: string): Act => ({ act: 'say', lane: 'office', body: { type: 'note', text } })
