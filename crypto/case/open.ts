import type { Keys } from '../keys/keys.ts'
import { type Bytes, equal, nothing } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import { dated } from '../wire/dated.ts'
import type { Directory } from '../wire/directory.ts'
import type { RuleCode, WireCode } from '../wire/errors.ts'
import type { NamedFile } from '../wire/files.ts'
import type { FurtherKey } from '../wire/further-keys.ts'
import type { EntryHeader } from '../wire/header.ts'
import type { Field } from '../wire/merkle.ts'
import type { AcceptedEntry } from '../wire/page.ts'
import { releasedIn } from '../wire/released-in.ts'
import type { Kind, Lane } from '../wire/types.ts'
import { type Body, bodyOf } from './body.ts'
import { type Break, type Chain, foldChain, type Judged } from './chain.ts'
import { type BadSeal, checkSeals } from './check-seals.ts'
import { findSecrets, type OpenedBody, openBody, secretsOf } from './open-bodies.ts'
import type { Secrets } from './secrets.ts'
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
  /** A member's id; `null` for the reporter's side. */
  readonly author: Bytes | 'service' | null
  /** The further key that wrote it; `null` if none did. */
  readonly further: FurtherKey | null
  /** The day that its author wrote, in days since 1970-01-01. */
  readonly day: number
  /** The service's receipt, whose day governs. */
  readonly receipt: AcceptedEntry['receipt']
  readonly hash: Bytes
  /** Excluded, added, removed or let in members. */
  readonly members: readonly Bytes[]
  /** The public signing key that it lets in, puts in the reporter's place or ends; empty if none. */
  readonly named: Bytes
  /** Whether the named key reads the case from this entry on: an officer's first signature alone lets nobody in. */
  readonly letsIn: boolean
  /** The files that it brings, as its author signed them; their keys are in the body. */
  readonly files: readonly NamedFile[]
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
  /** Hash of the rules that the case began under; empty where its first entry is missing. */
  readonly pack: Bytes
  readonly state: CaseState
  /** The day that its limit has by its receipt, since it came as a file (PROTOCOL 6.7), in days since 1970-01-01; 0 if it did not. */
  readonly fixedRelease: number
  /** Member ids of those to whom a release would open the case now. */
  readonly held: readonly Bytes[]
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

const begins = ({ lane, sequence }: EntryHeader): boolean => lane === 'shared' && sequence === 0

/** Those for whom the shared lane is held back and who may be let in, by the present directory. */
const heldBack = (state: CaseState, directory: Directory): Bytes[] =>
  releasedIn('shared', state, directory).flatMap(({ member }) => member ?? [])

function describe(
  { entry, author, further, void: rule }: Judged,
  opened: OpenedBody,
  receipt: AcceptedEntry['receipt'],
): OpenedEntry {
  const { lane, sequence, kind, day, members, namedKey: named, files } = entry.header
  const letsIn = (kind === 'represent' || kind === 'readmit') && entry.seals !== null
  const { fields, code } = opened
  const said = { body: fields && bodyOf(fields), fields: fields ?? [], void: rule ?? code }
  return {
    lane,
    sequence,
    kind,
    author,
    further,
    day,
    receipt,
    hash: entry.hash,
    members,
    named,
    letsIn,
    files,
    ...said,
  }
}

/** Verifies and opens a case in the order of PROTOCOL 10, as far as these keys reach. Nothing that fails is shown as if it held. */
export async function openCase(keys: Keys, toOpen: ToOpen): Promise<OpenedCase> {
  const { directory, entries, identityShare = null, known = [] } = toOpen
  const { verified, broken } = await verifyAccepted(entries, directory.serviceKeys)
  const receipts = new Map(verified.map(({ entry, receipt }) => [dated(entry, receipt.day), receipt]))
  const chain = foldChain([...receipts.keys()], directory)
  const found = await findSecrets(chain.judged, keys, identityShare)
  const secrets = secretsOf(found)
  const opened = await Promise.all(
    chain.judged.map(async (judged) => {
      const body = await openBody(judged, found[judged.entry.header.lane])
      return describe(judged, body, receipts.get(judged.entry) as AcceptedEntry['receipt'])
    }),
  )
  const counting = chain.judged.filter((judged) => judged.void === null)
  return {
    case: chain.state.case,
    pack: chain.judged.find(({ entry: { header } }) => begins(header))?.entry.header.pack ?? nothing,
    state: chain.state,
    fixedRelease: chain.judged.find(({ entry: { days } }) => days)?.entry.days?.release ?? 0,
    held: heldBack(chain.state, directory),
    entries: opened,
    broken: broken ?? chain.broken ?? rolledBack(chain, known),
    badSeals: toOpen.checkSeals === false ? [] : await checkSeals(counting, directory, secrets),
    secrets,
  }
}
