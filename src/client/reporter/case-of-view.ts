import { type Bytes, type Member, withId } from '../../../crypto/wire/index.ts'
import { dayOf } from '../../domain/days.ts'
import { stepOfEntry } from '../../domain/steps.ts'
import type { CaseView } from '../worker/proxy.ts'
import type { CaseEntry, OpenCase } from './vault.ts'

/** Whoever wrote a verified entry is in the directory; the reporter must never be shown as the author of something else. */
const known = (members: readonly Member[], id: Bytes): Member => {
  const member = withId(members, id)
  if (member === undefined) throw new Error('an author whom the directory does not know')
  return member
}

/** An opened case as the page shows it: days as dates, bodies as steps, ids as people. */
export const caseOf = (view: CaseView, members: readonly Member[]): OpenCase => {
  const people = (ids: readonly Bytes[]): Member[] => ids.flatMap((id) => withId(members, id) ?? [])
  const { release, released, releasedTo } = view.state
  return {
    address: view.case,
    pack: view.pack,
    broken: view.broken?.code ?? null,
    badSeals: view.badSeals.length,
    readers: people(view.state.officers),
    excluded: people(view.state.excluded),
    held: people(view.held),
    release: release === 0 ? null : dayOf(release),
    released: released === 0 ? null : { day: dayOf(released), to: people(releasedTo) },
    entries: view.entries.map(
      ({ lane, sequence, kind, hash, receipt, author, body, void: rule, members: named }): CaseEntry => ({
        ...{ lane, sequence, kind, hash, rule },
        day: dayOf(receipt.day),
        author: author === null || author === 'service' ? author : known(members, author),
        step: stepOfEntry({ kind, byService: author === 'service', body }),
        members: people(named),
        receipt: receipt.signature,
      }),
    ),
  }
}
