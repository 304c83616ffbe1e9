/** A thread that seals reports for an office, as so many reporters' browsers would. */
import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { generateCaseKey, ready, sealSubmission } from '../../../crypto/index.ts'
import { fromBase64url } from '../../../crypto/wire/base64url.ts'
import { dayNumber } from '../../../src/domain/days.ts'
import { headquarters } from '../../../src/domain/headquarters.ts'
import { firstSchedule } from '../../../src/domain/schedule.ts'
import { fieldsOf } from '../../../src/domain/steps.ts'
import { createClient } from '../../support/client.ts'
import { directoryOf, pack } from '../../support/office.ts'
import { batchJson } from '../../support/reporters.ts'
import { story } from './story.ts'

/** What the thread is asked for. */
export interface Order {
  readonly origin: string
  readonly count: number
}

/** A report as it is sent, and what its reporter keeps. */
export interface SealedReport {
  readonly caseKey: Uint8Array<ArrayBuffer>
  readonly body: string
}

const { origin, count } = workerData as Order
await ready()
const client = createClient(origin)
const directory = await directoryOf(client)
const { day } = await client.call('officeState')
const { remind, release } = firstSchedule(day, headquarters)
const random = (length: number) => new Uint8Array(randomBytes(length))

for (let index = 0; index < count; index++) {
  const caseKey = generateCaseKey(random)
  const batch = await sealSubmission(
    {
      caseKey,
      directory,
      excluded: [],
      day: dayNumber(day),
      pack: fromBase64url(pack),
      schedule: { remind: dayNumber(remind), release: dayNumber(release) },
      body: fieldsOf({ type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story }),
      identity: null,
      summary: { v: 1, title: 'Tickets', kind: 'report', state: 'received', owed: [], language: 'en' },
    },
    random,
  )
  parentPort?.postMessage({ caseKey, body: JSON.stringify(batchJson(batch)) } satisfies SealedReport)
}
