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
  let round = 0
  const load = async (): Promise<void> => {
    const mine = ++round
    const lines: CaseLine[] = []
    await listCases(call, (page) => lines.push(...page))
    const rows: InboxRow[] = []
    for (let start = 0; start < lines.length; start += LOT) {
      rows.push(...(await open(lines.slice(start, start + LOT), vault)))
      if (mine !== round) return
      state.set({ rows: [...rows], opened: rows.length, total: lines.length })
    }
    if (lines.length === 0 && mine === round) state.set({ rows, opened: 0, total: 0 })
  }
  return {
    state,
    read,
    load,
    saw: (head) => read.set(new Set([...read.value, head])),
    clear() {
      round += 1
      state.set(null)
      read.set(new Set())
    },
  }
}

const open = async (lines: readonly CaseLine[], vault: Vault): Promise<InboxRow[]> => {
  const opened = await vault.openSummaries(lines)
  return Promise.all(
    lines.map(async (line, index): Promise<InboxRow> => {
      const result = opened[index] ?? { code: 'summary.malformed' }
      const summary = 'json' in result ? summaryOf(result.json) : null
      const hash = await addressHash(fromBase64(line.case))
      return {
        address: line.case,
        hash,
        reference: referenceOf(hash),
        summary,
        problem: 'code' in result ? result.code : summary === null ? 'summary.malformed' : null,
        received: line.received,
        head: line.head,
      }
    }),
  )
}
