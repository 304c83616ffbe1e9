import type { reporting } from '../../contract/operations/reporting.ts'
import { dayNumber } from '../../domain/days.ts'
import { appendAsReporter } from '../../service/append-entries.ts'
import { readCheckpoints } from '../../service/checkpoints.ts'
import { handIn } from '../../service/hand-in.ts'
import { bytesOf } from '../../service/json.ts'
import { markVisit } from '../../service/mark-visit.ts'
import { readCase, readChallenge } from '../../service/read-case.ts'
import { officeState, readDirectory } from '../../service/read-office.ts'
import { submitReport } from '../../service/submit-report.ts'
import type { Handlers } from '../call.ts'
import { accepted } from './accepted.ts'

/** What reporters, and anybody, may call. */
export const reportingHandlers: Handlers<keyof typeof reporting> = {
  officeState: async ({ world }) => ({ answer: await officeState(world) }),
  readDirectory: async ({ world }) => ({ answer: await readDirectory(world) }),
  readCheckpoints: async ({ world, query }) => ({ answer: await readCheckpoints(world, dayNumber(query.from)) }),
  submitReport: async ({ world, body }) => accepted(await submitReport(world, body)),
  handIn: async ({ world, body }) => accepted(await handIn(world, body)),
  caseChallenge: async ({ world }) => ({ answer: await readChallenge(world) }),
  readCase: async ({ world, body }) => ({ answer: await readCase(world, body) }),
  markVisit: async ({ world, body }) => ({ answer: await markVisit(world, body) }),
  appendAsReporter: async ({ world, body: { case: address, ...batch } }) =>
    accepted(await appendAsReporter(world, bytesOf(address), batch)),
}
