import type { ReadStatement, Change as WorkerChange } from '../../worker/proxy.ts'
import { fromBase64, toBase64 } from '../net/base64.ts'
import { personOf } from './book.ts'
import type { Change, Proposed } from './vault.ts'

/** A change of the directory as the worker signs it. */
export const changeInBytes = (change: Change): WorkerChange => {
  switch (change.kind) {
    case 'admit':
    case 'rekey':
      return { kind: change.kind, join: fromBase64(change.join), proof: fromBase64(change.proof) }
    case 'change': {
      const { member, ...rest } = change
      return { ...rest, memberId: fromBase64(member) }
    }
    case 'retire':
      return { kind: 'retire', memberId: fromBase64(change.member) }
    case 'describe':
      return change
    case 'open':
      return { kind: 'open', texts: fromBase64(change.texts) }
  }
}

/** What a statement would do, for whoever is to sign it too. */
export const proposedOf = (read: ReadStatement): Proposed => {
  switch (read.kind) {
    case 'admit':
    case 'rekey':
      return { kind: read.kind, person: personOf(read.payload.join) }
    case 'change':
      return {
        kind: 'change',
        member: toBase64(read.payload.memberId),
        role: read.payload.role,
        label: read.payload.label,
      }
    case 'retire':
      return { kind: 'retire', member: toBase64(read.payload.memberId) }
    case 'describe':
    case 'open':
      return { kind: read.kind }
    default:
      return { kind: 'other' }
  }
}
