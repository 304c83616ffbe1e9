import type { Bytes } from '../wire/bytes.ts'
import { encode, u32 } from '../wire/codec.ts'
import { type Lane, laneCodec } from '../wire/types.ts'

/** Where a key belongs; bound into all that is made with it, so that nothing opens in another case, lane or epoch. */
export interface Place {
  readonly case: Bytes
  readonly lane: Lane
  readonly epoch: number
}

/** The parts `case, u8 lane, u32 epoch` of PROTOCOL 5. */
export const placeParts = (place: Place): Bytes[] => [
  place.case,
  encode(laneCodec, place.lane),
  encode(u32, place.epoch),
]
