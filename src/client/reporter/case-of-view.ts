import {
  type Bytes,
  type FurtherKey as FurtherKeyBytes,
  type Member,
  toBase64url,
  withId,
} from '../../../crypto/wire/index.ts'
import { dayOf } from '../../domain/days.ts'
import { stepOfEntry } from '../../domain/steps.ts'
import type { FurtherKey } from '../../domain/told.ts'
import { evidenceOf } from '../files/named.ts'
import type { OwnView } from '../worker/proxy.ts'
import type { CaseEntry, OpenCase } from './vault.ts'

/** Whoever wrote a verified entry is in the directory; the reporter must never be shown as the author of something else. */
const known = (members: readonly Member[], id: Bytes): Member => {
  const member = withId(members, id)
  if (member === undefined) throw new Error('an author whom the directory does not know')
  return member
}

const furtherOf = ({ standing, signingKey }: FurtherKeyBytes): FurtherKey => ({
  standing,
  id: toBase64url(signingKey),
})

/** An opened case as the page shows it: days as dates, bodies as steps, ids as people. */
export const caseOf = (view: OwnView, members: readonly Member[]): OpenCase => {
  const people = (ids: readonly Bytes[]): Member[] => ids.flatMap((id) => withId(members, id) ?? [])
  const { release, released, releasedTo, readmission } = view.state
  const furtherKeys = view.state.furtherKeys.map(furtherOf)
  return {
    me: furtherKeys.find(({ id }) => id === toBase64url(view.self)) ?? null,
    furtherKeys,
    readmission: (readmission && withId(members, readmission.officer)) ?? null,
    address: view.case,
    pack: view.pack,
    broken: view.broken?.code ?? null,
    badSeals: view.badSeals.length,
    readers: people(view.state.officers),
    excluded: people(view.state.excluded),
    held: people(view.held),
    release: release === 0 ? null : dayOf(release),
    fixedRelease: view.fixedRelease === 0 ? null : dayOf(view.fixedRelease),
    released: released === 0 ? null : { day: dayOf(released), to: people(releasedTo) },
    entries: view.entries.map(
      ({ lane, sequence, kind, hash, receipt, author, further, body, void: rule, ...entry }): CaseEntry => ({
        ...{ lane, sequence, kind, hash, rule },
        day: dayOf(receipt.day),
        author: author === null || author === 'service' ? author : known(members, author),
        step: stepOfEntry({ kind, byService: author === 'service', body }),
        further: further && furtherOf(further),
        key: entry.named.length === 0 ? null : { id: toBase64url(entry.named), letIn: entry.letsIn },
        members: people(entry.members),
        receipt: receipt.signature,
        files: evidenceOf({ files: entry.files, body }),
      }),
    ),
  }
}
