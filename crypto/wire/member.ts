import { type Bytes, equal } from './bytes.ts'
import type { Join } from './join.ts'
import { sealingKeyId } from './sealing-key-id.ts'
import type { Role } from './types.ts'

/** A person of the office at some head of the directory. */
export interface Member {
  readonly id: Bytes
  readonly role: Role
  /** 0 to 3. */
  readonly clearance: number
  readonly label: string
  readonly signingKey: Bytes
  readonly sealingKey: Bytes
  readonly sealingKeyId: Bytes
  /** False once retired. */
  readonly standing: boolean
}

export async function memberOf(join: Join): Promise<Member> {
  const { memberId, ...rest } = join
  return { id: memberId, ...rest, sealingKeyId: await sealingKeyId(join.sealingKey), standing: true }
}

export const withId = (members: readonly Member[], id: Bytes): Member | undefined =>
  members.find((member) => equal(member.id, id))

export const inStanding = (members: readonly Member[]): Member[] => members.filter((member) => member.standing)

/** The readers of a new case: chiefs and officers who were not excluded, else substitutes who were not (PROTOCOL 5.1). */
export function initialReaders(members: readonly Member[], excluded: readonly Bytes[]): Member[] {
  const eligible = inStanding(members).filter((member) => !excluded.some((id) => equal(id, member.id)))
  const first = eligible.filter((member) => member.role === 'chief' || member.role === 'officer')
  return first.length > 0 ? first : eligible.filter((member) => member.role === 'substitute')
}
