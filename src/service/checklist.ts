import { toBase64url } from '../../crypto/wire/base64url.ts'
import { equal } from '../../crypto/wire/bytes.ts'
import { inStanding, type Member } from '../../crypto/wire/member.ts'
import { descriptionOf } from '../contract/description.ts'
import type { CheckPoint } from '../contract/office.ts'
import { neededToOpen } from '../domain/roles.ts'
import type { CurrentOffice } from './current-office.ts'
import type { World } from './world.ts'

export const isMet = ({ have, needed }: CheckPoint): boolean => have >= needed

/** What an office needs before it opens, point by point: people, their credentials, and its description. */
export async function checklist(world: World, { directory }: CurrentOffice): Promise<readonly CheckPoint[]> {
  const people = inStanding(directory.members)
  const unready = await withoutSpareKey(world, people)
  return [
    ...neededToOpen.map(({ roles, count }) => ({
      point: roles.at(-1) ?? 'officer',
      needed: count,
      have: people.filter(({ role }) => roles.includes(role)).length,
      members: [],
    })),
    { point: 'description', needed: 1, have: descriptionOf(directory.description) ? 1 : 0, members: [] },
    {
      point: 'credentials',
      needed: people.length,
      have: people.length - unready.length,
      members: unready.map(({ id }) => toBase64url(id)),
    },
  ]
}

/** Who would be locked out by losing one passkey: neither two of them that work nor a tested kit. */
async function withoutSpareKey(world: World, people: readonly Member[]): Promise<readonly Member[]> {
  const [credentials, kits] = await Promise.all([world.store.people.credentials(), world.store.people.kits()])
  return people.filter(({ id }) => {
    const ready = credentials.filter(({ memberId, state }) => state === 'ready' && equal(memberId, id))
    return ready.length < 2 && !kits.some(({ memberId }) => equal(memberId, id))
  })
}
