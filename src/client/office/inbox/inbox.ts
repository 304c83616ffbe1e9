import type { CaseLine } from '../../../contract/cases.ts'
import { summaryOf } from '../../../domain/summary.ts'
import { type Cell, cell } from '../cell.ts'
import { fromBase64 } from '../net/base64.ts'
import type { Caller } from '../net/call.ts'
import { listCases } from '../net/cases.ts'
import { addressHash, referenceOf } from '../reference.ts'
import type { Vault } from '../vault/vault.ts'
import type { InboxRow } from './row.ts'

/** Summaries are opened in lots of this many, so that rows appear while the rest is still being opened. */
const LOT = 100

/** What the inbox knows now. `opened` of `total` tells how far the opening is; equal when it is done. */
export interface InboxState {
  readonly rows: readonly InboxRow[]
  readonly opened: number
  readonly total: number
}

/** The cases that one reads, and what of them was looked at while this page is open. */
export interface Inbox {
  readonly state: Cell<InboxState | null>
  readonly read: Cell<ReadonlySet<string>>
  load(): Promise<void>
  /** Notes that the newest entry of a case was seen. */
  saw(head: string): void
  clear(): void
}

/** Makes an empty inbox. */
export const inbox = (call: Caller, vault: Vault): Inbox => {
  const state = cell<InboxState | null>(null)
  const read = cell<ReadonlySet<string>>(new Set())
  let known = new Map<string, InboxRow>()
  let round = 0
  const load = async (): Promise<void> => {
    round += 1
    const mine = round
    const lines: CaseLine[] = []
    await listCases(call, (page) => lines.push(...page))
    const rows = new Map<string, InboxRow>()
    const first = known.size === 0
    for (let start = 0; start < lines.length && mine === round; start += LOT) {
      for (const row of await open(lines.slice(start, start + LOT), known, vault)) rows.set(row.version, row)
      if (first && mine === round) state.set({ rows: [...rows.values()], opened: rows.size, total: lines.length })
    }
    if (mine !== round) return
    known = rows
    state.set({ rows: [...rows.values()], opened: rows.size, total: rows.size })
  }
  return {
    state,
    read,
    load,
    saw: (head) => read.set(new Set([...read.value, head])),
    clear() {
      round += 1
      known = new Map()
      state.set(null)
      read.set(new Set())
    },
  }
}

/** Opens those of some lines that are new; what has not changed since it was opened is taken as it is. */
const open = async (
  lines: readonly CaseLine[],
  known: ReadonlyMap<string, InboxRow>,
  vault: Vault,
): Promise<readonly InboxRow[]> => {
  const fresh = lines.filter((line) => !known.has(versionOf(line)))
  const opened = fresh.length === 0 ? [] : await vault.openSummaries(fresh)
  const results = new Map(fresh.map((line, index) => [line, opened[index] ?? { code: 'summary.malformed' }]))
  return Promise.all(
    lines.map(
      async (line) => known.get(versionOf(line)) ?? rowOf(line, results.get(line) ?? { code: 'summary.malformed' }),
    ),
  )
}

/** A case as it stands: another entry or another summary makes another version of it. */
const versionOf = (line: CaseLine): string => `${line.case} ${line.head} ${line.summary}`

const rowOf = async (
  line: CaseLine,
  result: { readonly json: unknown } | { readonly code: string },
): Promise<InboxRow> => {
  const summary = 'json' in result ? summaryOf(result.json) : null
  const hash = await addressHash(fromBase64(line.case))
  return {
    address: line.case,
    version: versionOf(line),
    hash,
    reference: referenceOf(hash),
    summary,
    problem: 'code' in result ? result.code : summary === null ? 'summary.malformed' : null,
    received: line.received,
    head: line.head,
  }
}
