import { type Bytes, equal, hex, includes } from '../../crypto/wire/bytes.ts'
import type { CaseState } from '../../crypto/wire/case-state.ts'
import { decodeSeals } from '../../crypto/wire/seals-block.ts'
import { lanes } from '../../crypto/wire/types.ts'
import type { ChainRow, Reader } from './ports.ts'

/** Layout of a seals block: mode u8, wrapped key v16, count u16, then seals of 1,200 bytes (PROTOCOL 5.4, 5.5). */
const beforeWrappedKey = 3
const countLength = 2
const sealLength = 1_200

type Place = Pick<Reader, 'sealRevision' | 'sealOffset'>

/** Where the seals that one entry of the shared lane brings stand in its seals block, by sealing key id in hex. */
function placesIn(row: Pick<ChainRow, 'revision' | 'seals'>): {
  readonly renews: boolean
  readonly places: [string, Place][]
} {
  const block = decodeSeals(row.seals)
  const first = beforeWrappedKey + (block?.previousKey.length ?? 0) + countLength
  const places = (block?.seals ?? []).map(({ reader }, index): [string, Place] => [
    hex(reader),
    { sealRevision: row.revision, sealOffset: first + index * sealLength },
  ])
  return { renews: block?.mode === 'new-key', places }
}

/** The officers who read a case now, each with the place of their seal of the shared lane's present key. */
export function readersOf(state: CaseState, rows: readonly Pick<ChainRow, 'revision' | 'seals' | 'lane'>[]): Reader[] {
  let places = new Map<string, Place>()
  for (const row of rows.filter(({ lane }) => lane === lanes.shared)) {
    const brought = placesIn(row)
    places = new Map(brought.renews ? brought.places : [...places, ...brought.places])
  }
  return (state.lanes.shared?.holders ?? []).flatMap(({ member, sealingKeyId }) => {
    const place = places.get(hex(sealingKeyId))
    return member && place && includes(state.officers, member) ? [{ memberId: member, ...place }] : []
  })
}

/** Whether the same people read, by the same seals. */
export const sameReaders = (before: readonly Reader[], after: readonly Reader[]): boolean =>
  before.length === after.length &&
  before.every((old) =>
    after.some((now) => sameMember(old.memberId, now.memberId) && now.sealRevision === old.sealRevision),
  )

const sameMember = (a: Bytes, b: Bytes): boolean => equal(a, b)
