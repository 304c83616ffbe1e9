import { type Bytes, equal } from '../wire/bytes.ts'
import type { Directory } from '../wire/directory.ts'
import type { VerifiedEntry } from '../wire/entry.ts'
import type { Seal } from '../wire/seals-block.ts'
import type { Lane } from '../wire/types.ts'
import { partSince } from './find-keys.ts'
import { isGoodSeal, type Reader } from './seal.ts'
import type { Secrets } from './secrets.ts'

/** A seal that its reader cannot open, though the entry names them as a reader. */
export interface BadSeal {
  readonly lane: Lane
  readonly sequence: number
  /** Member id; `null` for the reporter. */
  readonly reader: Bytes | null
}

type Person = Reader & { readonly member: Bytes | null }

function everybody(entries: readonly VerifiedEntry[], directory: Directory): Person[] {
  const reporters = entries
    .filter(({ reporterSealingKeyId }) => reporterSealingKeyId.length > 0)
    .map(({ reporterSealingKeyId, header }) => ({
      member: null,
      id: reporterSealingKeyId,
      sealingKey: header.reporterSealingKey,
    }))
  const members = entries
    .flatMap(({ header }) => directory.at(header.directory)?.members ?? [])
    .map(({ id, sealingKeyId, sealingKey }) => ({ member: id, id: sealingKeyId, sealingKey }))
  return [...reporters, ...members]
}

/** What a seal of an entry holds, as far as this person knows it: of the identity lane officers' seals hold the present part only. */
function secretOf(entry: VerifiedEntry, person: Person, secrets: Secrets, since: number): Bytes | undefined {
  const { lane, epoch, sequence } = entry.header
  if (lane !== 'identity' || person.member === null) return secrets[lane].keys.get(epoch)
  return sequence >= since ? (secrets.identity.part ?? undefined) : undefined
}

/** Recomputes every seal that can be recomputed, and names those that are not what they should be (PROTOCOL 10.4). */
export function checkSeals(entries: readonly VerifiedEntry[], directory: Directory, secrets: Secrets): BadSeal[] {
  const people = everybody(entries, directory)
  const since = partSince(entries)
  const isBad = (entry: VerifiedEntry, sealed: Seal, person: Person): boolean => {
    const secret = secretOf(entry, person, secrets, since)
    return secret !== undefined && !isGoodSeal(sealed, secret, entry.header, person)
  }
  return entries.flatMap((entry) =>
    (entry.seals?.seals ?? []).flatMap((sealed) => {
      const person = people.find(({ id }) => equal(id, sealed.reader))
      const { lane, sequence } = entry.header
      return person && isBad(entry, sealed, person) ? [{ lane, sequence, reader: person.member }] : []
    }),
  )
}
