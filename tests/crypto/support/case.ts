import {
  type Act,
  type AppendBatch,
  type Body,
  generateCaseKey,
  type Keys,
  type OpenedCase,
  openCase,
  type Pen,
  type PublicKeys,
  publicKeysOf,
  type Random,
  type ReporterKeys,
  reporterKeys,
  sealAct,
  sealEnvelope,
  sealSubmission,
  sealWhole,
} from '../../../crypto/index.ts'
import { sign } from '../../../crypto/sodium/index.ts'
import {
  type AcceptedEntry,
  applyBatch,
  type Bytes,
  type CaseState,
  checkSummary,
  dated,
  emptyCase,
  type HeldBlocks,
  heldMatches,
  receiptBytes,
  shareMatches,
  type VerifiedEntry,
  verifyEntry,
  xor,
} from '../../../crypto/wire/index.ts'
import { releaseEntries, type ServicePen } from '../../../src/service/release-entries.ts'
import { dice } from './dice.ts'
import { type Office, today } from './office.ts'

/** What a service does with batches: it verifies them, applies the rules and signs receipts. */
export interface Acceptance {
  state: CaseState
  accepted: AcceptedEntry[]
  verified: VerifiedEntry[]
  share: Bytes
  summary: Bytes
  held: HeldBlocks
}

/** Takes in a batch as the service does. Throws what the service would refuse it with. */
export async function accept(into: Acceptance, batch: AppendBatch, office: Office, day = today): Promise<void> {
  const verified = await Promise.all(batch.entries.map((entry) => verifyEntry(entry)))
  const entries = verified.map((entry) => dated(entry, day))
  const state = applyBatch(into.state, entries, office.directory)
  if (!(await shareMatches(entries, batch))) throw new Error('the share does not match')
  if (!(await heldMatches(entries, state, batch.held ?? {}))) throw new Error('what is held back does not match')
  const covered = entries.findLast(({ header }) => header.lane === 'shared')
  if (batch.summary && covered) await checkSummary(batch.summary, covered)
  into.state = state
  into.share = batch.serviceShare ?? (batch.shareMask ? xor(into.share, batch.shareMask) : into.share)
  into.summary = batch.summary ?? into.summary
  into.held = { ...into.held, ...batch.held }
  take(into, entries, office, day)
}

function take(into: Acceptance, entries: readonly VerifiedEntry[], office: Office, day: number): void {
  for (const { header, hash, raw } of entries) {
    const receipt = { case: header.case, lane: header.lane, sequence: header.sequence, hash, day }
    const signature = sign(receiptBytes(receipt), office.service.secretKey)
    into.accepted.push({ ...raw, receipt: { day, signature } })
  }
  into.verified.push(...entries)
}

/** The service as an author. */
export const servicePen = ({ service, directory }: Office, day: number): ServicePen => ({
  ...{ directory, day, random: dice(`release ${day}`), publicKey: service.publicKey },
  sign: async (core) => sign(core, service.secretKey),
})

/** What the service releases of a case on a day, as the service does it; gives what it wrote. */
export async function release(into: Acceptance, office: Office, day: number): Promise<readonly VerifiedEntry[]> {
  const entries = await releaseEntries(into.state, into.held, servicePen(office, day))
  if (entries.length === 0) return entries
  for (const { raw } of entries) await verifyEntry(raw)
  into.state = applyBatch(into.state, entries, office.directory)
  take(into, entries, office, day)
  return entries
}

/** A case that a reporter has begun and that goes on. */
export interface Journey {
  readonly office: Office
  readonly service: Acceptance
  caseKey: Bytes
  reporter: ReporterKeys
  /** Holders of further keys, by their names. */
  side: Record<string, ReporterKeys>
  day: number
  open(who: string, options?: { identityShare?: Bytes; entries?: AcceptedEntry[] }): Promise<OpenedCase>
  seal(who: string, act: Act): Promise<AppendBatch>
  does(who: string, act: Act): Promise<void>
  keysOf(who: string): Keys
  pen(who: string): Pen
}

export const report: Body = { type: 'report', story: 'The tender was decided before it was opened.', place: 'Annex B' }
export const identity: Body = { type: 'identity', name: 'Amina Example' }
export const summary = { v: 1, title: 'Tender' }

/** A case begun with these people excluded. `Reporter` and the names of the office's people act in it. */
export async function aCase(office: Office, options: { excluded?: string[]; name?: string } = {}): Promise<Journey> {
  const random = dice(options.name ?? 'case')
  const caseKey = generateCaseKey(random)
  const batch = await sealSubmission(submissionOf(office, caseKey, random, options.excluded), random)
  return aJourney(office, caseKey, batch, random)
}

/** What is said in a case that begins, before it is sealed. */
export const submissionOf = (office: Office, caseKey: Bytes, random: Random, excluded: string[] = []) => ({
  caseKey,
  directory: office.directory,
  excluded: excluded.map((name) => office.person(name).id),
  day: today,
  pack: random(32),
  schedule: { remind: today + 5, release: today + 7 },
  body: report,
  identity,
  summary,
})

/** A file that somebody sealed without a connection under the directory of now, on `day`, with files of these contents. */
export async function aSealedFile(
  office: Office,
  options: { excluded?: string[]; name?: string; contents?: readonly Bytes[] } = {},
) {
  const random = dice(options.name ?? 'sealed file')
  const caseKey = generateCaseKey(random)
  const { schedule: _, identity: __, ...submission } = submissionOf(office, caseKey, random, options.excluded)
  const files = await Promise.all((options.contents ?? []).map((content) => sealWhole(content, random)))
  return { caseKey, random, files, file: await sealEnvelope({ ...submission, files }, random) }
}

/** A case begun by this batch, which the service took in on `day`. */
export async function aJourney(
  office: Office,
  caseKey: Bytes,
  batch: AppendBatch,
  random: Random,
  day = today,
): Promise<Journey> {
  const nothing = new Uint8Array(0)
  const service: Acceptance = {
    state: emptyCase(),
    accepted: [],
    verified: [],
    share: nothing,
    summary: nothing,
    held: {},
  }
  await accept(service, batch, office, day)
  const journey: Journey = {
    office,
    service,
    caseKey,
    reporter: await reporterKeys(caseKey),
    side: {},
    day,
    keysOf: (who) => (who === 'Reporter' ? journey.reporter : (journey.side[who] ?? office.person(who).keys)),
    pen: (who) => ({ keys: journey.keysOf(who), directory: office.directory, day: journey.day, random }),
    async open(who, { identityShare, entries } = {}) {
      // The reporter's side is never given the office's own lane.
      const given = service.accepted.filter(
        (_, place) => journey.keysOf(who).who === 'member' || service.verified[place]?.header.lane !== 'office',
      )
      const toOpen = { directory: office.directory, entries: entries ?? given }
      return openCase(journey.keysOf(who), identityShare ? { ...toOpen, identityShare } : toOpen)
    },
    seal: async (who, act) => sealAct(await journey.open(who), act, summary, journey.pen(who)),
    async does(who, act) {
      await accept(service, await journey.seal(who, act), office, journey.day)
    },
  }
  return journey
}

/** A further key of this name, made from twelve words of its own. */
export async function aFurtherKey(journey: Journey, name: string): Promise<PublicKeys> {
  const keys = await reporterKeys(generateCaseKey(dice(`further ${name}`)))
  journey.side[name] = keys
  return publicKeysOf(keys)
}

/** The last words of a lane that somebody can read. */
export const lastWords = (opened: OpenedCase, lane: string): string | undefined =>
  opened.entries.findLast((entry) => entry.lane === lane && entry.body?.text)?.body?.text

export const say = (text: string, lane: 'shared' | 'office' | 'identity' = 'shared'): Act => ({
  act: 'say',
  lane,
  body: { type: 'message', text },
})
