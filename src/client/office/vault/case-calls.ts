import type { CaseLine } from '../../../contract/cases.ts'
import { type Day, dayNumber } from '../../../domain/days.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import { needsRules } from '../../../domain/tell-case.ts'
import type { NamedEvidence } from '../../files/named.ts'
import { rulesByHash } from '../../ui/rules-by-hash.ts'
import type { CaseView, ConsoleCalls, CryptoWorker, ListName, CaseAct as WorkerAct } from '../../worker/proxy.ts'
import { type Bytes, fromBase64, toBase64 } from '../net/base64.ts'
import { batchOf, bytesOfEntry } from './entries.ts'
import { fileOf, firstBody } from './file.ts'
import type { CaseAct, Vault } from './vault.ts'

type CaseCalls = Pick<Vault, 'checkAuthorship' | 'readLine' | 'openSummaries' | 'openFile' | 'openIdentity' | 'seal'>
type Entries = Parameters<typeof bytesOfEntry>[0][]
type Heads = readonly {
  readonly lane: 'shared' | 'office' | 'identity'
  readonly sequence: number
  readonly hash: Bytes
}[]

const line = ({ case: address, seal, summary }: CaseLine) => ({
  case: fromBase64(address),
  seal: fromBase64(seal),
  summary: fromBase64(summary),
})

/**
 * The calls about cases. The heads that were seen are kept while the desk is unlocked: a service that goes back behind
 * one of them, or takes another way, is found out at the next look.
 */
export const caseCalls = (
  worker: CryptoWorker<ConsoleCalls>,
  list: ListName,
): { readonly calls: CaseCalls; forget(): void } => {
  const seen = new Map<string, Heads>()
  const read = new Map<string, Entries>()
  const open = async (address: string, entries: Entries, identityShare: Bytes | null = null): Promise<CaseView> => {
    const known = seen.get(address) ?? []
    const view = await worker.call('openCase', { entries: entries.map(bytesOfEntry), known, identityShare })
    if (view.broken === null) seen.set(address, headsOf(view))
    read.set(address, entries)
    return view
  }
  return {
    calls: {
      async checkAuthorship(proof, address) {
        const key = await worker.call('checkAuthorship', { proof: bytesOrNone(proof), address: fromBase64(address) })
        return key && toBase64(key)
      },
      readLine: async (line) => (await worker.call('readLine', { line: bytesOrNone(line), list })).code,
      openSummaries: (lines) => worker.call('openSummaries', { lines: lines.map(line) }),
      async openFile(address, entries, me) {
        const view = await open(address, [...entries])
        const rules = await rulesFor(view)
        return fileOf(address, view, rules, me)
      },
      async openIdentity(address, share) {
        const view = await open(address, read.get(address) ?? [], fromBase64(share))
        return view.entries.findLast(({ lane, body }) => lane === 'identity' && body !== null)?.body ?? null
      },
      seal: async (address, act, day) =>
        batchOf(
          await worker.call('seal', {
            ...{ case: fromBase64(address), act: actInBytes(act), summary: act.summary },
            day: dayNumber(day),
          }),
        ),
    },
    forget() {
      seen.clear()
      read.clear()
    },
  }
}

const headsOf = ({ state }: CaseView): Heads =>
  (['shared', 'office', 'identity'] as const).flatMap((lane) => {
    const at = state.lanes[lane]
    return at === null ? [] : [{ lane, sequence: at.sequence, hash: at.head }]
  })

/** Asked for whatever kind of case it is, so that the service does not see which are requests. */
const rulesFor = async (view: CaseView): Promise<Rules | null> => {
  const needed = needsRules(firstBody(view))
  const rules = await rulesByHash(toBase64(view.pack)).catch((cause) => {
    if (needed) throw cause
  })
  return needed && rules ? rules : null
}

/** What is no base64url proves nothing. */
const bytesOrNone = (text: string): Bytes => {
  try {
    return fromBase64(text)
  } catch {
    return new Uint8Array()
  }
}

/** In a header, zero leaves a day of the schedule as it is. */
const numberOrNone = (day: Day | null): number => (day === null ? 0 : dayNumber(day))

const named = (files: readonly NamedEvidence[]) => files.map(({ hash, chunks }) => ({ hash: fromBase64(hash), chunks }))

const actInBytes = ({ act, members, body, schedule, line = '', files = [] }: CaseAct): WorkerAct => {
  switch (act) {
    case 'tell':
    case 'note': {
      const moved = schedule && { remind: numberOrNone(schedule.remind), release: numberOrNone(schedule.release) }
      return {
        act: 'say',
        lane: act === 'note' ? 'office' : 'shared',
        body,
        files: named(files),
        ...(moved && { schedule: moved }),
      }
    }
    case 'readmit':
      return { act, line: fromBase64(line), body }
    case 'grant':
    case 'remove':
      return { act, members: members.map(fromBase64), body }
    default:
      return { act, body }
  }
}
