import { equal } from './bytes.ts'
import type { CaseState, LaneState } from './case-state.ts'
import type { Directory, DirectoryAt } from './directory.ts'
import type { VerifiedEntry } from './entry.ts'
import { must } from './errors.ts'
import { type FurtherKey, furtherKey } from './further-keys.ts'
import type { EntryHeader } from './header.ts'
import type { Member } from './member.ts'

/** Who wrote an entry, as far as the case and the directory know them. */
export type Author =
  | { readonly who: 'reporter' | 'service' }
  | { readonly who: 'further'; readonly key: FurtherKey }
  | { readonly who: 'member'; readonly member: Member }

/** An entry beside what it is judged by: the case before it, its lane, and the directory that it names. */
export interface Step {
  readonly state: CaseState
  readonly entry: VerifiedEntry
  readonly header: EntryHeader
  /** `null` if this entry would be the lane's first. */
  readonly lane: LaneState | null
  readonly at: DirectoryAt
  /** `null` for somebody whom neither the case nor the directory knows. */
  readonly author: Author | null
}

/** The author of an entry: the reporter, a further key of the case, the member in standing who had that signing key at the head that it names, or the service. */
function authorOf(state: CaseState, header: EntryHeader, at: DirectoryAt): Author | null {
  const first = state.lanes.shared === null
  if (equal(header.author, first ? header.case : state.reporterKey)) return { who: 'reporter' }
  const key = furtherKey(state.furtherKeys, header.author)
  if (key) return { who: 'further', key }
  const member = at.members.find(({ standing, signingKey }) => standing && equal(signingKey, header.author))
  if (member) return { who: 'member', member }
  return equal(at.serviceKey, header.author) ? { who: 'service' } : null
}

/** Puts an entry beside what it is judged by. Throws `chain.unknown_directory`. */
export function stepOf(state: CaseState, entry: VerifiedEntry, directory: Directory): Step {
  const { header } = entry
  const at = directory.at(header.directory)
  must(at !== null, 'chain.unknown_directory')
  return { state, entry, header, lane: state.lanes[header.lane], at, author: authorOf(state, header, at) }
}
