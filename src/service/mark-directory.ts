import { equal } from '../../crypto/wire/bytes.ts'
import { checkMark } from '../../crypto/wire/mark.ts'
import type { Bytes } from './ports.ts'
import { Refusal } from './ports.ts'
import type { Officer } from './session.ts'
import type { World } from './world.ts'

/** Keeps that somebody saw the present head today (PROTOCOL 4.6). */
export async function markDirectory(
  world: World,
  { member, office }: Officer,
  seen: { readonly head: Bytes; readonly day: number; readonly signature: Bytes },
): Promise<void> {
  if (!equal(seen.head, office.directory.head)) throw new Refusal('directory.head_moved')
  if (seen.day > office.today || seen.day < office.today - 1) throw new Refusal('directory.wrong_day')
  const mark = { ...seen, signer: member.signingKey }
  await checkMark(mark, office.directory)
  await world.store.directory.putMark(mark)
}
