import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { type CaseState, emptyCase } from '../../crypto/wire/case-state.ts'
import { dated } from '../../crypto/wire/dated.ts'
import { decodeEnvelope } from '../../crypto/wire/envelope.ts'
import { rule } from '../../crypto/wire/errors.ts'
import { leavesDays } from '../../crypto/wire/first-days.ts'
import { hasReader } from '../../crypto/wire/holders.ts'
import { limits } from '../../crypto/wire/limits.ts'
import type { Accepted } from './attempt.ts'
import { beginCase } from './begin-case.ts'
import type { CurrentOffice } from './current-office.ts'
import { bringCarried } from './files/bring-carried.ts'
import { judgeByRules, type VerifiedBatch, verifyBytes } from './judge-batch.ts'
import { Refusal } from './ports.ts'
import type { World } from './world.ts'

/**
 * Accepts a file that was sealed without a connection, as the first entries of a new case, with the files that travel in it
 * (PROTOCOL 19.4). The same file again gets the same receipts. Refused with `envelope.…`, `case.taken`, or whatever a first submission is refused with.
 */
export async function handIn(world: World, file: Bytes): Promise<Accepted> {
  const { fingerprint, files, ...envelope } = await decodeEnvelope(file)
  const office = await world.office()
  if (office && !equal(fingerprint, office.directory.fingerprint)) throw new Refusal('envelope.foreign')
  const batch = await verifyBytes({ ...envelope, shareMask: undefined })
  return beginCase(world, batch, {
    judge: (now) => judge(batch, now),
    bringing: (now, begin) => bringCarried(world, now, { entries: batch.entries, files }, begin),
  })
}

async function judge(batch: VerifiedBatch, office: CurrentOffice): Promise<CaseState> {
  for (const { header } of batch.entries) {
    if (header.day > office.today) throw new Refusal('envelope.day_ahead')
    if (header.day < office.today - limits.envelopeDays) throw new Refusal('envelope.too_old')
  }
  rule(
    batch.entries.some(({ header }) => leavesDays(header)),
    'rule.schedule',
  )
  const entries = batch.entries.map((entry) => dated(entry, office.today))
  const state = await judgeByRules(emptyCase(), { ...batch, entries }, office)
  if (!hasReader(state, office.directory)) throw new Refusal('envelope.no_reader')
  return state
}
