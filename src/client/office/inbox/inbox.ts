import { type Cell, cell } from '../cell.ts'
import type { Caller } from '../net/call.ts'
import { listCases } from '../net/cases.ts'
import type { Vault } from '../vault/vault.ts'
import { openLines } from './open-lines.ts'
import type { InboxRow } from './row.ts'

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
    const before = known
    const lots: Promise<readonly InboxRow[]>[] = []
    let total = 0
    // While the next page is on its way, the worker opens what this one brought; its rows appear before the rest is open.
    await listCases(call, (page) => {
      total += page.length
      const lot = openLines(page, before, vault)
      lot.catch(() => undefined)
      lots.push(lot)
    })
    const rows = new Map<string, InboxRow>()
    for (const lot of lots) {
      for (const row of await lot) rows.set(row.version, row)
      if (mine !== round) return
      if (before.size === 0) state.set({ rows: [...rows.values()], opened: rows.size, total })
    }
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
