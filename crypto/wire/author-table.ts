import { equal, includes } from './bytes.ts'
import { type RuleCode, rule } from './errors.ts'
import { furtherKey, isSecond } from './further-keys.ts'
import { isSafe } from './holders.ts'
import { reaches } from './reach.ts'
import { releasedIn } from './released-in.ts'
import type { Step } from './step.ts'
import type { Kind, Lane, SealMode } from './types.ts'

/** What somebody is to a case and to the lane they write in. An officer who reads it can be several of these at once. */
type Relation = 'reporter' | 'further' | 'readmitted' | 'reader' | 'chief' | 'self' | 'service'

interface Condition {
  readonly code: RuleCode
  holds(step: Step): boolean
}

/** One line of the author table: who may write what, with which seals, and under which condition. */
interface Row {
  readonly kind: Kind
  readonly lane: Lane
  readonly author: Relation
  readonly seals: SealMode | null
  /** The lane begins with it; every other row needs a lane that has begun. */
  readonly first?: true
  readonly only?: Condition
}

const notExcluded: Condition = {
  code: 'rule.excluded',
  holds: ({ state, header }) => !header.members.some((id) => includes(state.excluded, id)),
}

const noLongerInStanding: Condition = {
  code: 'rule.author',
  holds: ({ at, header }) => header.members.every((id) => !at.members.some((m) => m.standing && equal(m.id, id))),
}

const outOfDate: Condition = {
  code: 'rule.not_needed',
  holds: ({ state, header, at }) => !isSafe(header.lane, state, at),
}

/** Whoever opened the identity knows its key, until the reporter makes a new one. */
const notExposed: Condition = {
  code: 'rule.readers_out_of_date',
  holds: ({ state }) => !state.identityExposed,
}

const exposedOrOutOfDate: Condition = {
  code: 'rule.not_needed',
  holds: (step) => step.state.identityExposed || outOfDate.holds(step),
}

const newKeyOrOutOfDate: Condition = {
  code: 'rule.not_needed',
  holds: (step) => step.header.namedKey.length > 0 || outOfDate.holds(step),
}

/** Whom the limit let in, no chief puts out again (PROTOCOL 6.11). */
const notReleased: Condition = {
  code: 'rule.released',
  holds: (step) =>
    !step.header.members.some((id) => includes(step.state.releasedTo, id)) || noLongerInStanding.holds(step),
}

const somebodyHeld: Condition = {
  code: 'rule.nobody_held',
  holds: ({ state, header, at }) => releasedIn(header.lane, state, at).length > 0,
}

const limitOver: Condition = {
  code: 'rule.not_due',
  holds: ({ state, header }) => state.release > 0 && header.day > state.release,
}

/** The first signature waits; only another officer's next to it lets the key in (PROTOCOL 15). */
const firstOfTwo: Condition = { code: 'rule.not_needed', holds: (step) => !isSecond(step) }
const secondOfTwo: Condition = { code: 'rule.first_signature', holds: isSecond }

const namesFurther: Condition = {
  code: 'rule.no_such_key',
  holds: ({ state, header }) => furtherKey(state.furtherKeys, header.namedKey) !== undefined,
}

const namesRepresentative: Condition = {
  code: 'rule.no_such_key',
  holds: ({ state, header }) => furtherKey(state.furtherKeys, header.namedKey)?.standing === 'representative',
}

/** PROTOCOL 6.2, complete: what stands in no row is refused. */
export const authorTable: readonly Row[] = [
  { kind: 'entry', lane: 'shared', author: 'reporter', seals: 'new-key', first: true },
  { kind: 'entry', lane: 'identity', author: 'reporter', seals: 'new-key', first: true },
  { kind: 'entry', lane: 'office', author: 'reader', seals: 'new-key', first: true },
  { kind: 'entry', lane: 'shared', author: 'reporter', seals: null },
  { kind: 'entry', lane: 'shared', author: 'reader', seals: null },
  { kind: 'entry', lane: 'office', author: 'reader', seals: null },
  { kind: 'entry', lane: 'identity', author: 'reporter', seals: null, only: notExposed },
  { kind: 'grant', lane: 'shared', author: 'reporter', seals: 'more-readers' },
  { kind: 'grant', lane: 'shared', author: 'reader', seals: 'more-readers', only: notExcluded },
  { kind: 'grant', lane: 'office', author: 'reader', seals: 'more-readers' },
  { kind: 'grant', lane: 'identity', author: 'reader', seals: 'more-readers' },
  { kind: 'grant', lane: 'identity', author: 'reporter', seals: 'new-key' },
  { kind: 'remove', lane: 'shared', author: 'reporter', seals: 'new-key' },
  { kind: 'remove', lane: 'shared', author: 'chief', seals: 'new-key', only: notReleased },
  { kind: 'remove', lane: 'shared', author: 'reader', seals: 'new-key', only: noLongerInStanding },
  { kind: 'remove', lane: 'shared', author: 'self', seals: null },
  { kind: 'rekey', lane: 'shared', author: 'reporter', seals: 'new-key', only: newKeyOrOutOfDate },
  { kind: 'rekey', lane: 'shared', author: 'reader', seals: 'new-key', only: outOfDate },
  { kind: 'rekey', lane: 'office', author: 'reader', seals: 'new-key', only: outOfDate },
  { kind: 'rekey', lane: 'identity', author: 'reporter', seals: 'new-key', only: exposedOrOutOfDate },
  { kind: 'rekey', lane: 'identity', author: 'reader', seals: 'new-shares', only: outOfDate },
  { kind: 'identity-opened', lane: 'shared', author: 'reader', seals: null },
  { kind: 'release', lane: 'shared', author: 'reporter', seals: 'more-readers', only: somebodyHeld },
  { kind: 'release', lane: 'shared', author: 'service', seals: 'more-readers', only: limitOver },
  { kind: 'release', lane: 'office', author: 'service', seals: 'more-readers', only: somebodyHeld },
  { kind: 'release', lane: 'identity', author: 'service', seals: 'more-readers', only: somebodyHeld },
  { kind: 'close', lane: 'shared', author: 'reader', seals: null },
  { kind: 'entry', lane: 'shared', author: 'further', seals: null },
  { kind: 'remove', lane: 'shared', author: 'further', seals: 'new-key', only: noLongerInStanding },
  { kind: 'rekey', lane: 'shared', author: 'further', seals: 'new-key', only: outOfDate },
  { kind: 'represent', lane: 'shared', author: 'reporter', seals: 'more-readers' },
  { kind: 'readmit', lane: 'shared', author: 'reader', seals: null, only: firstOfTwo },
  { kind: 'readmit', lane: 'shared', author: 'reader', seals: 'more-readers', only: secondOfTwo },
  { kind: 'end-key', lane: 'shared', author: 'reporter', seals: 'new-key', only: namesFurther },
  { kind: 'end-key', lane: 'shared', author: 'readmitted', seals: 'new-key', only: namesRepresentative },
]

const reserved: readonly Kind[] = ['destroy']

/** What the author of a step is to the case; nothing for an officer who does not read it. */
function relationsOf({ state, header, lane, at, author }: Step): readonly Relation[] {
  rule(author !== null, 'rule.unknown_author')
  if (author.who === 'further') return author.key.standing === 'readmitted' ? ['further', 'readmitted'] : ['further']
  if (author.who !== 'member') return [author.who]
  const { id, role } = author.member
  if (!includes(state.officers, id)) return []
  const names = includes(header.members, id)
  const reader = lane === null || reaches(header.lane, lane, author.member, state, at)
  // Whoever makes a new key knows it; so nobody makes the one that is to shut them out.
  const is: Record<Relation, boolean> = {
    reporter: false,
    service: false,
    further: false,
    readmitted: false,
    reader,
    chief: reader && role === 'chief' && !names,
    self: names && header.members.length === 1,
  }
  return (Object.keys(is) as Relation[]).filter((relation) => is[relation])
}

/**
 * Whether the author table allows the step. Throws `rule.unknown_author`, `rule.reserved_kind`, `rule.author`,
 * `rule.seals` or the code of the condition that does not hold.
 */
export function checkAuthor(step: Step): void {
  const { header, entry, lane } = step
  rule(!reserved.includes(header.kind), 'rule.reserved_kind')
  const relations = relationsOf(step)
  const theirs = authorTable.filter(
    (row) => row.kind === header.kind && row.lane === header.lane && relations.includes(row.author),
  )
  rule(theirs.length > 0, 'rule.author')
  const mode = entry.seals?.mode ?? null
  const fitting = theirs.filter((row) => row.seals === mode && (row.first ?? false) === (lane === null))
  rule(fitting.length > 0, 'rule.seals')
  const unmet = fitting.map((row) => row.only).filter((only) => only && !only.holds(step))
  rule(unmet.length < fitting.length, unmet[0]?.code ?? 'rule.author')
}
