import type { PublicKeys } from '../keys/public-keys.ts'
import { type Bytes, equal, nothing } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import type { FurtherKey, Standing } from '../wire/further-keys.ts'
import { sealingKeyId } from '../wire/sealing-key-id.ts'
import { append } from './append.ts'
import type { Body } from './body.ts'
import type { Pen, Work } from './work.ts'

const standings: Readonly<Record<'represent' | 'readmit', Standing>> = {
  represent: 'representative',
  readmit: 'readmitted',
}

/** Whether another officer signed for this very key before, so that the seal goes with this signature. */
const isSeconded = ({ readmission }: CaseState, { key, sealingKeyId: id }: { key: Bytes; sealingKeyId: Bytes }) =>
  readmission !== null && equal(readmission.signingKey, key) && equal(readmission.sealingKeyId, id)

/** Lets a further key in, in a case that is in order (PROTOCOL 15). The first of two officers only signs for it. */
export async function letKeyIn(
  work: Work,
  kind: 'represent' | 'readmit',
  keys: PublicKeys,
  body: Body,
  pen: Pen,
): Promise<Work> {
  const named = { key: keys.signing, sealingKey: keys.sealing, sealingKeyId: await sealingKeyId(keys.sealing) }
  const waits = kind === 'readmit' && !isSeconded(work.state, named)
  if (waits) return append(work, { lane: 'shared', kind, mode: null, body, named }, pen)
  const { key: signingKey, ...sealing } = named
  const joined: FurtherKey = { standing: standings[kind], signingKey, ...sealing }
  const readers = { furtherKeys: [...work.state.furtherKeys, joined] }
  return append(work, { lane: 'shared', kind, mode: 'more-readers', body, named, readers }, pen)
}

/** Ends a further key: the entry begins an epoch of the shared lane that it cannot read (PROTOCOL 15). */
export function endKey(work: Work, key: Bytes, body: Body, pen: Pen): Promise<Work> {
  const named = { key, sealingKey: nothing, sealingKeyId: nothing }
  const readers = { furtherKeys: work.state.furtherKeys.filter(({ signingKey }) => !equal(signingKey, key)) }
  return append(work, { lane: 'shared', kind: 'end-key', mode: 'new-key', body, named, readers }, pen)
}
