import { type Bytes, concat } from '../../crypto/wire/bytes.ts'
import type { CaseState } from '../../crypto/wire/case-state.ts'
import { encode } from '../../crypto/wire/codec.ts'
import type { HeldBlocks } from '../../crypto/wire/held-block.ts'
import { type Lane, laneCodec, lanes } from '../../crypto/wire/types.ts'
import type { CaseRow, HeldChange } from './ports.ts'
import type { World } from './world.ts'

const everyLane = Object.keys(lanes) as Lane[]

/** A held block is bound to its case and lane, so that no row can stand in for another. */
const boundTo = (address: Bytes, lane: Lane): Bytes => concat(address, encode(laneCodec, lane))

/** What is held back of a case from now on: blocks that came, wrapped under the storage key, and lanes where nobody is any more. */
export async function heldChanges(
  world: World,
  before: CaseState,
  after: CaseState,
  sent: HeldBlocks,
): Promise<HeldChange[]> {
  const changes: HeldChange[] = []
  for (const lane of everyLane) {
    const block = sent[lane]
    const ended = (before.lanes[lane]?.held.length ?? 0) > 0 && after.lanes[lane]?.held.length === 0
    if (block) {
      const wrapped = await world.secrets.wrap(boundTo(after.case, lane), block, world.random(12))
      changes.push({ lane: lanes[lane], kept: wrapped })
    } else if (ended) changes.push({ lane: lanes[lane], kept: null })
  }
  return changes
}

/** What is held back of a case, opened for its release; it leaves the service by no other way. */
export async function heldBlocks(world: World, { id, address }: CaseRow): Promise<HeldBlocks> {
  const rows = await world.store.cases.held(id)
  const blocks = await Promise.all(
    everyLane.map(async (lane) => {
      const row = rows.find((kept) => kept.lane === lanes[lane])
      return row ? [[lane, await world.secrets.unwrap(boundTo(address, lane), row.block)] as const] : []
    }),
  )
  return Object.fromEntries(blocks.flat())
}
