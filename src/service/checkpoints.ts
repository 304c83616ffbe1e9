import { toBase64url } from '../../crypto/wire/base64url.ts'
import { zero32 } from '../../crypto/wire/bytes.ts'
import { checkpointBytes, checkpointHash } from '../../crypto/wire/checkpoint.ts'
import { dayTree } from '../../crypto/wire/checkpoint-tree.ts'
import { decode } from '../../crypto/wire/codec.ts'
import { decodeStatement } from '../../crypto/wire/statement.ts'
import { laneCodec } from '../../crypto/wire/types.ts'
import type { Checkpoints } from '../contract/directory.ts'
import { limits } from '../contract/limits.ts'
import { dayOf } from '../domain/days.ts'
import type { CheckpointRow } from './ports.ts'
import type { World } from './world.ts'

/** The checkpoints from a day on, those of all days that are over among them. */
export async function readCheckpoints(world: World, from: number): Promise<Checkpoints> {
  await writeCheckpoints(world)
  const rows = await world.store.checkpoints.from(from, limits.checkpoints)
  return {
    checkpoints: rows.map(({ day, root, previous, signature }) => ({
      day: dayOf(day),
      root: toBase64url(root),
      previous: toBase64url(previous),
      signature: toBase64url(signature),
    })),
  }
}

/** Signs the root of every day that is over and has none yet, from the founding on (PROTOCOL 9.2). */
export async function writeCheckpoints(world: World): Promise<void> {
  const office = await world.office()
  if (!office) return
  let last = await world.store.checkpoints.last()
  for (let day = last ? last.day + 1 : await foundingDay(world); day < office.today; day++) {
    last = await checkpointOf(world, day, last)
    await world.store.checkpoints.add(last)
  }
}

async function checkpointOf(world: World, day: number, before: CheckpointRow | null): Promise<CheckpointRow> {
  const accepted = await world.store.checkpoints.acceptedOn(day)
  const receipts = accepted.map(({ address, lane, sequence, hash }) => ({
    case: address,
    lane: decode(laneCodec, Uint8Array.of(lane), 'entry.malformed'),
    sequence,
    hash,
    day,
  }))
  const { root } = await dayTree(world.secrets.checkpoint, day, receipts)
  const previous = before ? await checkpointHash(before) : zero32
  return { day, root, previous, signature: await world.secrets.sign(checkpointBytes({ day, root, previous })) }
}

async function foundingDay(world: World): Promise<number> {
  const [founding] = await world.store.directory.statements()
  return founding ? decodeStatement(founding.statement).day : 0
}
