import { equal, includes } from './bytes.ts'
import type { CaseState } from './case-state.ts'
import { rule } from './errors.ts'
import { leavesDays } from './first-days.ts'
import { joinedKeys, namesFreeKeys, readmit } from './further-keys.ts'
import { declinesLimit } from './held-members.ts'
import { initialReaders, withId } from './member.ts'
import type { Step } from './step.ts'

type Change = (step: Step) => Partial<CaseState>

/**
 * The first entry makes the case: its address, the reporter's keys, its readers (PROTOCOL 5.1). What travelled as a file
 * had the service's share with it, so that the identity needs a new key before anything is said there (19.5).
 */
const begin: Change = ({ header, entry, at }) => {
  const officers = initialReaders(at.members, header.members).map(({ id }) => id)
  rule(officers.length > 0, 'rule.no_reader')
  return {
    case: header.case,
    reporterKey: header.author,
    reporterSealingKey: header.namedSealingKey,
    reporterSealingKeyId: entry.namedSealingKeyId,
    officers,
    excluded: header.members,
    declined: declinesLimit(at.members, header.members),
    remind: entry.days?.remind ?? header.remind,
    release: entry.days?.release ?? header.release,
    identityExposed: leavesDays(header),
  }
}

/** An entry moves the schedule if it names days, and reopens a closed case. After a release no limit stands any more. */
const say: Change = ({ state, header }) => ({
  remind: header.remind || state.remind,
  release: state.released > 0 ? 0 : header.release || state.release,
  closed: false,
})

const grant: Change = ({ state, header }) => ({ officers: [...state.officers, ...header.members] })

/** Somebody in standing stays; and whoever comes back one day opens the identity anew. */
const remove: Change = ({ state, header, entry, at, author }) => {
  const officers = state.officers.filter((id) => !includes(header.members, id))
  rule(
    officers.some((id) => withId(at.members, id)?.standing),
    'rule.last_officer',
  )
  const identityOpenedBy = state.identityOpenedBy.filter((id) => includes(officers, id))
  const forGood = entry.seals === null || author?.who === 'reporter'
  const setAside = forGood ? [...state.setAside, ...header.members] : state.setAside
  const leaves = identityOpenedBy.length < state.identityOpenedBy.length
  return { officers, setAside, identityOpenedBy, identityExposed: state.identityExposed || leaves }
}

/** The reporter's new keys, which nobody else may have (PROTOCOL 11). */
const rekey: Change = (step) => {
  const { header, entry } = step
  const { namedKey } = header
  if (namedKey.length === 0) return {}
  rule(namesFreeKeys(step), 'rule.new_key')
  return {
    reporterKey: namedKey,
    reporterSealingKey: header.namedSealingKey,
    reporterSealingKeyId: entry.namedSealingKeyId,
  }
}

const openIdentity: Change = ({ state, author }) => {
  if (author?.who !== 'member') return {}
  const others = state.identityOpenedBy.filter((id) => !equal(id, author.member.id))
  return { identityOpenedBy: [...others, author.member.id] }
}

/** The second close by another officer, next to the first, ends the schedule. */
const close: Change = ({ state, author }) => {
  rule(!state.closed && author?.who === 'member', 'rule.not_needed')
  if (state.closeSigner === null) return { closeSigner: author.member.id }
  rule(!equal(state.closeSigner, author.member.id), 'rule.not_needed')
  return { closed: true, remind: 0, release: 0 }
}

/** The limit lets in whom it names, once: nobody is held back from then on (PROTOCOL 6.11). */
const release: Change = ({ state, header }) => ({
  officers: [...state.officers, ...header.members],
  release: 0,
  released: header.day,
  releasedTo: header.members,
})

/** A key that ended reads and writes nothing more; the entry itself brings the new key of the lane. */
const endKey: Change = ({ state, header }) => ({
  furtherKeys: state.furtherKeys.filter(({ signingKey }) => !equal(signingKey, header.namedKey)),
})

const nothingElse: Change = () => ({})

const changes: Readonly<Record<Step['header']['kind'], Change>> = {
  entry: say,
  grant,
  remove,
  rekey,
  'identity-opened': openIdentity,
  close,
  release,
  destroy: nothingElse,
  represent: (step) => ({ furtherKeys: joinedKeys(step, 'representative') }),
  readmit,
  'end-key': endKey,
}

/** What a step makes of the case, besides its lane: steps of the shared lane, and a new key of the identity lane. */
export function caseAfter(step: Step): CaseState {
  const { state, header, entry, lane } = step
  const renews = header.lane === 'identity' && lane !== null && entry.seals?.mode === 'new-key'
  if (renews) return { ...state, identityExposed: false }
  if (header.lane !== 'shared') return state
  const change = state.lanes.shared === null ? begin : changes[header.kind]
  return { ...state, closeSigner: null, ...change(step) }
}
