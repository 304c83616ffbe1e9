import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import type { CaseEntries, CaseLine, CaseLines } from '../contract/cases.ts'
import { limits } from '../contract/limits.ts'
import { dayOf } from '../domain/days.ts'
import { entryToJson } from './json.ts'
import { type EntryRow, type InboxRow, Refusal } from './ports.ts'
import type { Officer } from './session.ts'
import type { World } from './world.ts'

/** The cases that somebody reads, by address: an order that says nothing. */
export async function listCases(world: World, { member }: Officer, after: Bytes, limit: number): Promise<CaseLines> {
  const most = Math.min(Math.max(limit, 1), limits.cases)
  const rows = await world.store.cases.inbox(member.id, after, most)
  const last = rows.length === most ? rows.at(-1) : undefined
  return { cases: rows.map(lineOf), next: last ? toBase64url(last.address) : null }
}

/** The entries of a case after a revision. A case that one does not read and a case that is not get the same refusal. */
export async function readCaseAsOfficer(
  world: World,
  { member }: Officer,
  address: Bytes,
  after: number,
): Promise<CaseEntries> {
  if (!(await world.store.cases.reads(member.id, address))) throw new Refusal('case.not_found')
  const rows = await world.store.cases.entriesAfter(address, after, limits.entries)
  const last = rows.length === limits.entries ? rows.at(-1) : undefined
  return { entries: rows.map(accepted), next: last?.revision ?? null }
}

const accepted = (row: EntryRow) => ({
  ...entryToJson(row),
  revision: row.revision,
  receipt: { day: dayOf(row.day), signature: toBase64url(row.receipt) },
})

const lineOf = (row: InboxRow): CaseLine => ({
  case: toBase64url(row.address),
  revision: row.revision,
  received: dayOf(row.received),
  last: dayOf(row.last),
  remind: dayOf(row.remind),
  release: dayOf(row.release),
  epoch: row.epoch,
  head: toBase64url(row.head),
  seal: toBase64url(row.seal),
  summary: toBase64url(row.summary),
})
