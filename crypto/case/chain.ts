import { applyEntry, applyVoid } from '../wire/apply-entry.ts'
import { type Bytes, equal, hex } from '../wire/bytes.ts'
import { type CaseState, emptyCase, type Holder } from '../wire/case-state.ts'
import type { Directory } from '../wire/directory.ts'
import type { VerifiedEntry } from '../wire/entry.ts'
import { RuleBroken, type RuleCode, type WireCode, WireError } from '../wire/errors.ts'
import { type FurtherKey, furtherKey } from '../wire/further-keys.ts'
import { isSettled } from '../wire/holders.ts'
import { isReleased } from '../wire/released-in.ts'
import type { Lane } from '../wire/types.ts'

/** Where a chain stops fitting and what is wrong there; nothing behind it counts. */
export interface Break {
  readonly lane: Lane
  readonly sequence: number
  readonly code: WireCode | RuleCode
}

/** An entry in its place, and the rule that makes it void, if one does. */
export interface Judged {
  readonly entry: VerifiedEntry
  /** Member id of the author; `null` for the reporter, and for somebody whom the directory does not know. */
  readonly author: Bytes | 'service' | null
  /** The further key that wrote it; `null` if none did. */
  readonly further: FurtherKey | null
  readonly void: RuleCode | null
  /** For whom its lane's key is held back after it. */
  readonly held: readonly Holder[]
}

export interface Chain {
  readonly state: CaseState
  /** In an order in which they can have been accepted. */
  readonly judged: readonly Judged[]
  readonly broken: Break | null
}

const ofLane = (entries: readonly VerifiedEntry[], lane: Lane): VerifiedEntry[] =>
  entries.filter(({ header }) => header.lane === lane).toSorted((a, b) => a.header.sequence - b.header.sequence)

/**
 * The order of a case: each entry of the other lanes behind the shared entry that it names, so that it does not depend on
 * the service (PROTOCOL 10.2): first those of the identity lane, which wait for nothing in the office's. Entries that name
 * none of them come last.
 */
function inOrder(entries: readonly VerifiedEntry[]): VerifiedEntry[] {
  const shared = ofLane(entries, 'shared')
  const others = [...ofLane(entries, 'identity'), ...ofLane(entries, 'office')]
  const ordered = shared.flatMap((entry) => [
    entry,
    ...others.filter(({ header }) => equal(header.caseHead, entry.hash)),
  ])
  const placed = new Set(ordered.map(({ hash }) => hex(hash)))
  return [...ordered, ...others.filter(({ hash }) => !placed.has(hex(hash)))]
}

/** Whether the newest batch is whole: everybody who reads has the keys, and nobody else; after a release by the service, all who were let in. */
function isWhole(chain: Chain, directory: Directory): boolean {
  const newest = chain.judged.findLast(({ entry, void: rule }) => entry.header.lane === 'shared' && !rule)
  const at = newest && directory.at(newest.entry.header.directory)
  if (!at || chain.state.lanes.identity === null) return false
  const left = newest.entry.header.kind === 'remove' && newest.entry.seals === null
  if (newest.author === 'service') return isReleased(chain.state, ['identity'], at)
  return left || isSettled(chain.state, newest.further ? ['shared'] : ['shared', 'identity'], at)
}

function step(chain: Chain, entry: VerifiedEntry, directory: Directory): Chain {
  const { lane, sequence, author } = entry.header
  const at = directory.at(entry.header.directory)
  const member = at?.members.find(({ signingKey }) => equal(signingKey, author))?.id ?? null
  const id = at && equal(at.serviceKey, author) ? 'service' : member
  const further = furtherKey(chain.state.furtherKeys, author) ?? null
  const judge = (state: CaseState, rule: RuleCode | null): Chain => ({
    ...chain,
    state,
    judged: [...chain.judged, { entry, author: id, further, void: rule, held: state.lanes[lane]?.held ?? [] }],
  })
  try {
    return judge(applyEntry(chain.state, entry, directory), null)
  } catch (error) {
    if (error instanceof RuleBroken && chain.state.lanes[lane] !== null) {
      return judge(applyVoid(chain.state, entry, directory), error.code)
    }
    if (error instanceof RuleBroken || error instanceof WireError) {
      return { ...chain, broken: { lane, sequence, code: error.code } }
    }
    throw error
  }
}

/** Folds the verified entries of a case by the rules of the service, trusting no order but the signed one (PROTOCOL 10.2, 10.6). */
export function foldChain(entries: readonly VerifiedEntry[], directory: Directory): Chain {
  let chain: Chain = { state: emptyCase(), judged: [], broken: null }
  for (const entry of inOrder(entries)) {
    chain = step(chain, entry, directory)
    if (chain.broken) return chain
  }
  if (isWhole(chain, directory)) return chain
  const sequence = (chain.state.lanes.identity?.sequence ?? -1) + 1
  return { ...chain, broken: { lane: 'identity', sequence, code: 'rule.readers_out_of_date' } }
}
