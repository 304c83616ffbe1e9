import type { ReporterKeys } from '../keys/case-key.ts'
import { type Bytes, equal, includes } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import type { DirectoryAt } from '../wire/directory.ts'
import { rule } from '../wire/errors.ts'
import { isSafe, missingHolders, wantedHolders } from '../wire/holders.ts'
import { initialReaders, withId } from '../wire/member.ts'
import { isAbandoned } from '../wire/reach.ts'
import { releasedIn } from '../wire/released-in.ts'
import { append } from './append.ts'
import type { Body } from './body.ts'
import type { Pen, Work } from './work.ts'

/** How the readers of a case are to change. Whoever is no longer in standing leaves in any case. */
export interface Changes {
  readonly add?: readonly Bytes[]
  readonly remove?: readonly Bytes[]
  readonly newKeys?: ReporterKeys
  /** By the reporter: whoever is held back is let in. */
  readonly release?: boolean
  /** What the entry that brings the change says. */
  readonly body?: Body
}

// Steps that only follow from others say nothing of their own.
const wordless: Body = {}

/** Whether the writer is the reporter, and not a further key of the case. */
const isReporter = ({ state }: Work, { keys }: Pen): boolean => equal(keys.signing.publicKey, state.reporterKey)

const standing = (at: DirectoryAt, id: Bytes): boolean => withId(at.members, id)?.standing === true

const grant = (work: Work, pen: Pen, members: readonly Bytes[], body: Body): Promise<Work> => {
  const readers = { officers: [...work.state.officers, ...members] }
  return append(work, { lane: 'shared', kind: 'grant', mode: 'more-readers', body, members, readers }, pen)
}

/** Lets in whoever is held back (PROTOCOL 6.11). Throws `rule.nobody_held` if nobody is. */
function release(work: Work, pen: Pen, body: Body): Promise<Work> {
  const members = releasedIn('shared', work.state, pen.directory).map(({ member }) => member as Bytes)
  const readers = { officers: [...work.state.officers, ...members] }
  return append(work, { lane: 'shared', kind: 'release', mode: 'more-readers', body, members, readers }, pen)
}

/** Who reads if nobody to whom the case is assigned is left in standing: the readers of a new case (PROTOCOL 6.9). */
function newcomers(state: CaseState, at: DirectoryAt): Bytes[] {
  const ids = initialReaders(at.members, state.excluded).map(({ id }) => id)
  rule(ids.length > 0, 'rule.no_reader')
  return ids
}

/** Puts the shared lane in order: who leaves, what is renewed, who joins. */
async function settleShared(work: Work, pen: Pen, changes: Changes): Promise<Work> {
  const at = pen.directory
  const { add = [], remove = [], newKeys, body = wordless } = changes
  const anybody = work.state.officers.some((id) => standing(at, id))
  let settled = anybody ? work : await grant(work, pen, newcomers(work.state, at), wordless)
  const leaving = settled.state.officers.filter((id) => includes(remove, id) || !standing(at, id))
  if (leaving.length > 0) {
    const { state } = settled
    const readers = {
      officers: state.officers.filter((id) => !includes(leaving, id)),
      setAside: isReporter(settled, pen) ? [...state.setAside, ...leaving] : state.setAside,
    }
    const words = remove.length > 0 ? body : wordless
    const draft = { lane: 'shared', kind: 'remove', mode: 'new-key', body: words, members: leaving, readers } as const
    settled = await append(settled, draft, pen)
  } else if (!newKeys && !isSafe('shared', settled.state, at)) {
    settled = await append(settled, { lane: 'shared', kind: 'rekey', mode: 'new-key', body: wordless }, pen)
  }
  if (newKeys) {
    const { publicKey: reporterSealingKey, id: reporterSealingKeyId } = newKeys.sealing
    const readers = { reporterSealingKey, reporterSealingKeyId }
    const key = newKeys.signing.publicKey
    const named = { key, sealingKey: reporterSealingKey, sealingKeyId: reporterSealingKeyId }
    settled = await append(settled, { lane: 'shared', kind: 'rekey', mode: 'new-key', body, readers, named }, pen)
  }
  if (changes.release) settled = await release(settled, pen, body)
  return add.length > 0 ? grant(settled, pen, add, body) : settled
}

/** Brings another lane after the shared one: a new key or new shares if somebody left, more seals if somebody joined. */
async function follow(work: Work, lane: 'office' | 'identity', pen: Pen): Promise<Work> {
  const held = work.state.lanes[lane]
  if (!held) return work
  const byReporter = isReporter(work, pen)
  const exposed = lane === 'identity' && byReporter && work.state.identityExposed
  if (exposed || !isSafe(lane, work.state, pen.directory)) {
    const mode = lane === 'identity' && !byReporter ? 'new-shares' : 'new-key'
    return append(work, { lane, kind: 'rekey', mode, body: wordless }, pen)
  }
  const missing = missingHolders(held, wantedHolders(lane, work.state, pen.directory))
  if (missing.length === 0) return work
  const members = missing.map(({ member }) => member).filter((member) => member !== null)
  // The reporter does not know the officers' part of the identity key, so a new key with new parts takes its place.
  const mode = byReporter ? 'new-key' : 'more-readers'
  return append(work, { lane, kind: 'grant', mode, body: wordless, members }, pen)
}

/** Whether the writer holds the key of the office's lane, or nobody does. */
function reachesOffice({ state, secrets }: Work, { keys, directory }: Pen): boolean {
  const { office } = state.lanes
  if (keys.who === 'reporter' || office === null) return false
  return secrets.office.keys.has(office.epoch) || isAbandoned(office, state, directory)
}

/** Changes who reads a case, in every lane that the author reaches (PROTOCOL 6.8, 6.9, 11). Without changes, it only puts in order. */
export async function settle(work: Work, pen: Pen, changes: Changes = {}): Promise<Work> {
  const shared = await settleShared(work, pen, changes)
  // From the shared entry that names it, the new key is the reporter's.
  const penAfter = changes.newKeys ? { ...pen, keys: changes.newKeys } : pen
  // A further key holds nothing of the other lanes: whoever does brings them after (PROTOCOL 15).
  if (penAfter.keys.who === 'reporter' && !isReporter(shared, penAfter)) return shared
  const office = reachesOffice(shared, penAfter) ? await follow(shared, 'office', penAfter) : shared
  return follow(office, 'identity', penAfter)
}
