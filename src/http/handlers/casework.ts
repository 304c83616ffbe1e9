import type { casework } from '../../contract/operations/casework.ts'
import { appendAsOfficer } from '../../service/append-entries.ts'
import { bytesOf } from '../../service/json.ts'
import { openIdentity } from '../../service/open-identity.ts'
import { listCases, readCaseAsOfficer } from '../../service/read-case-as-officer.ts'
import type { Handlers } from '../call.ts'
import { accepted } from './accepted.ts'

/** What officers do with the cases that they read. */
export const caseworkHandlers: Handlers<keyof typeof casework> = {
  listCases: async ({ world, officer, query }) => ({
    answer: await listCases(world, officer, bytesOf(query.after), Number(query.limit)),
  }),
  readCaseAsOfficer: async ({ world, officer, part, query }) => ({
    answer: await readCaseAsOfficer(world, officer, bytesOf(part('case')), Number(query.after)),
  }),
  appendAsOfficer: async ({ world, officer, part, body }) =>
    accepted(await appendAsOfficer(world, officer, bytesOf(part('case')), body)),
  openIdentity: async ({ world, officer, part }) => ({
    answer: await openIdentity(world, officer, bytesOf(part('case'))),
  }),
}
