import { type RawBuilder, sql } from 'kysely'
import { entriesInCase } from '../src/service/ports.ts'

/** Row keys that each case has for its entries (`0002_cases.sql`). */
const room = entriesInCase + 1

/** Row key of an entry: those of a case lie together, in the order in which they came. */
export const entryId = (caseId: number, revision: number): number => caseId * room + revision

/** The same of the case at hand in a question, `cases.id`, and of a column or number that says the revision. */
export const entryIdOf = (revision: 'readers.seal_revision' | 0 | typeof entriesInCase): RawBuilder<number> =>
  sql<number>`cases.id * ${sql.lit(room)} + ${typeof revision === 'number' ? sql.lit(revision) : sql.ref(revision)}`

/** Row key of what is held back of a lane (`0003_held.sql`). */
export const heldId = (caseId: number, lane: number): number => caseId * 4 + lane

/** The same of the case at hand in a question. */
export const heldIdOf = (lane: number): RawBuilder<number> => sql<number>`cases.id * 4 + ${sql.lit(lane)}`
