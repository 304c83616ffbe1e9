import type { Keys } from '../keys/keys.ts'
import { type Bytes, equal } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import type { Directory } from '../wire/directory.ts'
import type { RuleCode, WireCode } from '../wire/errors.ts'
import { WireError } from '../wire/errors.ts'
import type { Field } from '../wire/merkle.ts'
import type { AcceptedEntry } from '../wire/page.ts'
import type { Kind, Lane } from '../wire/types.ts'
import { type Body, bodyOf, decodeBody } from './body.ts'
import { type Break, type Chain, foldChain, type Judged } from './chain.ts'
import { type BadSeal, checkSeals } from './check-seals.ts'
import { isHolder, laneSecrets } from './find-keys.ts'
import { decryptBody } from './sealed-body.ts'
import type { LaneSecrets, Secrets } from './secrets.ts'
import { verifyAccepted } from './verify-accepted.ts'

/** A head that somebody kept: from a receipt or a slip, or from an earlier look at the case. */
export interface KnownHead {
  readonly lane: Lane
  readonly sequence: number
  readonly hash: Bytes
}

/** One entry of a case, opened as far as this person may. */
export interface OpenedEntry {
  readonly lane: Lane
  readonly sequence: number
  readonly kind: Kind
  /** `null` for the reporter. */
  readonly author: Bytes | null
  /** The day that its author wrote, in days since 1970-01-01. */
  readonly day: number
  /** The service's receipt, whose day governs. */
  readonly receipt: AcceptedEntry['receipt']
  readonly hash: Bytes
  /** Excluded, added or removed members. */
  readonly members: readonly Bytes[]
  /** `null` where this person may not or cannot read it. */
  readonly body: Body | null
  /** The fields with their salts, in order, for whoever later discloses some of them. */
  readonly fields: readonly Field[]
  /** Why it does not count: the rule that it breaks, or why its body does not open. */
  readonly void: RuleCode | WireCode | null
}

/** A case after everything was verified that can be (PROTOCOL 10). */
export interface OpenedCase {
  readonly case: Bytes
  readonly state: CaseState
  readonly entries: readonly OpenedEntry[]
  readonly broken: Break | null
  readonly badSeals: readonly BadSeal[]
  /** Never leaves the crypto worker. */
  readonly secrets: Secrets
}

export interface ToOpen {
  readonly directory: Directory
  /** In any order. */
  readonly entries: readonly AcceptedEntry[]
  /** The service's share of the identity key, if it was given. */
  readonly identityShare?: Bytes | null
  readonly known?: readonly KnownHead[]
  /** Recomputing other people's seals can be left out where X-Wing is slow; true if not said. */
  readonly checkSeals?: boolean
}

const lanes: readonly Lane[] = ['shared', 'office', 'identity']
const nothingHeld: LaneSecrets = { keys: new Map(), part: null }

/** Secrets of every lane; a lane whose seal is bad gives none, and its name. */
async function findSecrets(
  chain: Chain,
  keys: Keys,
  share: Bytes | null,
): Promise<{ secrets: Secrets; bad: ReadonlySet<Lane> }> {
  const bad = new Set<Lane>()
  const counting = chain.judged.filter((judged) => judged.void === null).map(({ entry }) => entry)
  const found = await Promise.all(
    lanes.map(async (lane) => {
      const entries = counting.filter(({ header }) => header.lane === lane)
      try {
        return [lane, await laneSecrets(entries, lane, keys, share)] as const
      } catch (error) {
        if (!(error instanceof WireError)) throw error
        bad.add(lane)
        return [lane, nothingHeld] as const
      }
    }),
  )
  return { secrets: Object.fromEntries(found) as unknown as Secrets, bad }
}

/** The fields of an entry, or why they do not open; neither for whoever has no key to them. */
async function openBody(
  { entry }: Judged,
  secrets: Secrets,
  bad: boolean,
): Promise<{ fields: readonly Field[] | null; code: WireCode | null }> {
  const { lane, epoch, bodyCommitment } = entry.header
  const key = secrets[lane].keys.get(epoch)
  if (entry.raw.ciphertext.length === 0) return { fields: null, code: null }
  if (!key) return { fields: null, code: bad ? 'seal.bad' : null }
  try {
    const padded = decryptBody(key, entry.raw.header, entry.raw.ciphertext)
    return { fields: await decodeBody(padded, bodyCommitment), code: null }
  } catch (error) {
    if (error instanceof WireError) return { fields: null, code: error.code }
    throw error
  }
}

/** The first kept head that the chain does not lead to: the service went back or took another way (P3). */
function rolledBack(chain: Chain, known: readonly KnownHead[]): Break | null {
  const missing = known.find(
    (head) =>
      !chain.judged.some(
        ({ entry: { header, hash } }) =>
          header.lane === head.lane && header.sequence === head.sequence && equal(hash, head.hash),
      ),
  )
  return missing ? { lane: missing.lane, sequence: missing.sequence, code: 'chain.rolled_back' } : null
}

/** Verifies and opens a case in the order of PROTOCOL 10, as far as these keys reach. Nothing that fails is shown as if it held. */
export async function openCase(keys: Keys, toOpen: ToOpen): Promise<OpenedCase> {
  const { directory, entries, identityShare = null, known = [] } = toOpen
  const { verified, broken } = await verifyAccepted(entries, directory.serviceKeys)
  const chain = foldChain(
    verified.map(({ entry }) => entry),
    directory,
  )
  const { secrets, bad } = await findSecrets(chain, keys, identityShare)
  const receipts = new Map(verified.map(({ entry, receipt }) => [entry, receipt]))
  const opened = await Promise.all(
    chain.judged.map(async (judged): Promise<OpenedEntry> => {
      const { header, hash } = judged.entry
      const mine = isHolder(chain.state, header.lane, keys) && bad.has(header.lane)
      const { fields, code } = await openBody(judged, secrets, mine)
      const { lane, sequence, kind, day, members } = header
      return {
        ...{ lane, sequence, kind, day, members, hash, author: judged.author },
        receipt: receipts.get(judged.entry) as AcceptedEntry['receipt'],
        body: fields && bodyOf(fields),
        fields: fields ?? [],
        void: judged.void ?? code,
      }
    }),
  )
  const counting = chain.judged.filter((judged) => judged.void === null).map(({ entry }) => entry)
  return {
    case: chain.state.case,
    state: chain.state,
    entries: opened,
    broken: broken ?? chain.broken ?? rolledBack(chain, known),
    badSeals: toOpen.checkSeals === false ? [] : checkSeals(counting, directory, secrets),
    secrets,
  }
}
