import type { VerifiedEntry } from '../../crypto/wire/entry.ts'
import { lanes } from '../../crypto/wire/types.ts'
import type { CurrentOffice } from './current-office.ts'
import type { NewEntry } from './ports.ts'
import { signReceipt } from './receipts.ts'
import type { World } from './world.ts'

/** A random number of 40 bits: a case's row key, which tells no order. */
export function randomKey(world: World): number {
  const view = new DataView(world.random(5).buffer)
  return view.getUint32(0) * 2 ** 8 + view.getUint8(4)
}

/** The entries of a batch as they are kept, with their receipts of today. */
export function acceptedRows(
  world: World,
  office: CurrentOffice,
  entries: readonly VerifiedEntry[],
  revision: number,
): Promise<NewEntry[]> {
  return Promise.all(
    entries.map(async (entry, index) => ({
      revision: revision + index + 1,
      lane: lanes[entry.header.lane],
      sequence: entry.header.sequence,
      hash: entry.hash,
      ...entry.raw,
      statement: office.directory.sequence,
      day: office.today,
      receipt: await signReceipt(world, entry, office.today),
    })),
  )
}
