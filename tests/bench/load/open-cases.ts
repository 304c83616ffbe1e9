import type { Office } from '../../support/office.ts'

/** What puts so many open cases into an empty database, and what lets a day begin that concerns every one of them. */
export interface OpenCases {
  readonly fill: readonly string[]
  readonly beginDay: readonly string[]
}

/**
 * Cases as the service keeps them, all but their entries, which no run of the scheduler looks at. Everybody who has a
 * mail address reads all of them; each has its reminder today, and its reporter waits for the second or the fourth day.
 */
export async function openCases(office: Office, count: number): Promise<OpenCases> {
  const today = await office.today()
  return {
    fill: [
      `INSERT INTO cases (id, address, reporter_key, revision, received, last, remind, release, epoch, head, summary, service_share, waits)
       WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < ${count})
       SELECT n, randomblob(32), randomblob(32), 2, ${today - 4}, ${today - 4}, ${today}, ${today + 3}, 0,
              randomblob(32), randomblob(644), randomblob(60), ${today} - 2 * (1 + n % 2) FROM counter`,
      `INSERT INTO readers (member_id, case_id, seal_revision, seal_offset)
       SELECT member_id, id, 1, 5 FROM cases, mail_addresses WHERE place = 1`,
    ],
    beginDay: ['DELETE FROM outbox', `UPDATE schedule SET through = ${today - 1}`],
  }
}
