import { type Bytes, equal, isZero } from '../wire/bytes.ts'
import type { Directory } from '../wire/directory.ts'
import type { VerifiedEntry } from '../wire/entry.ts'
import { encodeHeld, heldHash } from '../wire/held-block.ts'
import type { Seal } from '../wire/seals-block.ts'
import type { Lane } from '../wire/types.ts'
import type { Judged } from './chain.ts'
import { partSince } from './find-keys.ts'
import { isGoodSeal, type Reader, seal } from './seal.ts'
import type { Secrets } from './secrets.ts'

/** A seal that its reader cannot open, though the entry names them as a reader or holds it back for them. */
export interface BadSeal {
  readonly lane: Lane
  readonly sequence: number
  /** Member id; `null` for a key of the reporter's side. */
  readonly reader: Bytes | null
}

type Person = Reader & { readonly member: Bytes | null }

function everybody(entries: readonly VerifiedEntry[], directory: Directory): Person[] {
  const side = entries
    .filter(({ namedSealingKeyId }) => namedSealingKeyId.length > 0)
    .map(({ namedSealingKeyId, header }) => ({
      member: null,
      id: namedSealingKeyId,
      sealingKey: header.namedSealingKey,
    }))
  const members = entries
    .flatMap(({ header }) => directory.at(header.directory)?.members ?? [])
    .map(({ id, sealingKeyId, sealingKey }) => ({ member: id, id: sealingKeyId, sealingKey }))
  return [...side, ...members]
}

/** What a seal of an entry holds, as far as this person knows it: of the identity lane officers' seals hold the present part only. */
function secretOf(entry: VerifiedEntry, toOfficer: boolean, secrets: Secrets, since: number): Bytes | undefined {
  const { lane, epoch, sequence } = entry.header
  if (lane !== 'identity' || !toOfficer) return secrets[lane].keys.get(epoch)
  return sequence >= since ? (secrets.identity.part ?? undefined) : undefined
}

/** Whether what an entry holds back is not what it should be. Nobody sees the block; whoever knows the key makes it again. */
async function isBadHeld({ header }: VerifiedEntry, secret: Bytes, readers: readonly Reader[]): Promise<boolean> {
  const block = encodeHeld(readers.map((reader) => seal(secret, header, reader)))
  return !equal(await heldHash(block), header.heldHash)
}

/**
 * Recomputes every seal that can be recomputed, and names those that are not what they should be (PROTOCOL 10.4). Of what
 * is held back only the whole can be told, so it counts for each for whom it is.
 */
export async function checkSeals(
  counting: readonly Judged[],
  directory: Directory,
  secrets: Secrets,
): Promise<readonly BadSeal[]> {
  const entries = counting.map(({ entry }) => entry)
  const people = everybody(entries, directory)
  const since = partSince(entries)
  const named = (id: Bytes): Person | undefined => people.find((person) => equal(person.id, id))

  const bad = counting.map(async ({ entry, held }): Promise<BadSeal[]> => {
    const { lane, sequence } = entry.header
    const badSeal = (sealed: Seal): BadSeal[] => {
      const person = named(sealed.reader)
      const secret = person && secretOf(entry, person.member !== null, secrets, since)
      if (!person || !secret || isGoodSeal(sealed, secret, entry.header, person)) return []
      return [{ lane, sequence, reader: person.member }]
    }
    const secret = isZero(entry.header.heldHash) ? undefined : secretOf(entry, true, secrets, since)
    const heldFor = held.flatMap(({ sealingKeyId }) => named(sealingKeyId) ?? [])
    const heldIsBad = secret !== undefined && (await isBadHeld(entry, secret, heldFor))
    return [
      ...(entry.seals?.seals ?? []).flatMap(badSeal),
      ...(heldIsBad ? heldFor.map(({ member }) => ({ lane, sequence, reader: member })) : []),
    ]
  })
  return (await Promise.all(bad)).flat()
}
