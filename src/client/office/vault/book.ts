import { descriptionOf } from '../../../contract/description.ts'
import type { SignedStatement } from '../../../contract/directory.ts'
import { dayOf } from '../../../domain/days.ts'
import type { Role } from '../../../domain/roles.ts'
import type { DirectoryView } from '../../worker/proxy.ts'
import { fromBase64, toBase64 } from '../net/base64.ts'
import type { Book, Person } from './types.ts'

interface PersonInBytes {
  readonly role: Role
  readonly clearance: number
  readonly label: string
  readonly signingKey: Uint8Array
}

/** Somebody who hands themselves in, in the console's terms. */
export const personOf = (person: PersonInBytes & { readonly memberId: Uint8Array }): Omit<Person, 'standing'> => ({
  id: toBase64(person.memberId),
  role: person.role,
  clearance: person.clearance,
  label: person.label,
  signingKey: toBase64(person.signingKey),
})

/** A verified directory in the console's terms. */
export const bookOf = (view: DirectoryView): Book => ({
  fingerprint: toBase64(view.fingerprint),
  digits: view.digits,
  head: toBase64(view.head),
  open: view.open,
  description: descriptionOf(view.description),
  people: view.members.map((member) => ({
    ...personOf({ ...member, memberId: member.id }),
    standing: member.standing,
  })),
  tenures: view.tenures.map(({ id, role, from, until }) => ({
    ...{ id: toBase64(id), role, from: dayOf(from) },
    until: until === null ? null : dayOf(until),
  })),
  newestMark: view.newestMark === 0 ? null : dayOf(view.newestMark),
})

/** A statement as the protocol reads it. */
export const bytesOfStatement = ({ statement, signatures }: SignedStatement) => ({
  statement: fromBase64(statement),
  signatures: signatures.map(({ signer, signature }) => ({
    signer: fromBase64(signer),
    signature: fromBase64(signature),
  })),
})
