import type { FirstBatch } from '../../../src/contract/entries.ts'
import type { Figure } from '../figure.ts'
import { drive } from '../load/clients.ts'
import { rawDatabase } from '../load/raw-database.ts'
import { type SealedReport, sealReports } from '../load/sealed-reports.ts'
import { readers } from '../service/office.ts'
import { median } from '../statistics.ts'
import type { Bench } from './measure.ts'

const rounds = 7
const inOneRound = 200
/** How many clients send at once. */
const crowds = [1, 16] as const

/** All that a report makes the service keep, decoded, as one byte string. */
function bytesOf({ body }: SealedReport): Buffer {
  const { entries, serviceShare, summary } = JSON.parse(body) as FirstBatch
  const parts = entries.flatMap(({ header, ciphertext, seals, signature }) => [header, ciphertext, seals, signature])
  return Buffer.concat([...parts, serviceShare, summary].map((part) => Buffer.from(part, 'base64url')))
}

interface Run {
  readonly perSecond: number
  /** Of what the same bytes reached in a bare table in the same round. */
  readonly ofRaw: number
  /** Milliseconds of the service's processor time for each report. */
  readonly cpu: number
  readonly refused: number
}

async function send({ service }: Bench, clients: number, reports: readonly SealedReport[], raw: number): Promise<Run> {
  const before = await service.cpu()
  let refused = 0
  const took = await drive(service.origin, clients, reports, async (client, { body }) => {
    const { status } = await client.post('/api/reports', body)
    if (status !== 201) refused++
  })
  const used = (await service.cpu()) - before
  const perSecond = (reports.length / took) * 1000
  return { perSecond, ofRaw: perSecond / raw, cpu: used / reports.length, refused }
}

/**
 * Reports accepted over HTTP, beside the same bytes put straight into a table. All take turns in short rounds, so that
 * whatever else the machine does falls on all of them; the first round warms up and does not count.
 */
export async function reports(bench: Bench): Promise<Figure[]> {
  const { say, service } = bench
  const wanted = (rounds + 1) * crowds.length * inOneRound
  say(`sealing ${wanted} reports for ${readers} readers`)
  const sealed = await sealReports(service.origin, wanted)
  const database = rawDatabase()
  const limits: number[] = []
  const runs: Run[][] = crowds.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    say(`sending reports, round ${round} of ${rounds}`)
    for (const [index, clients] of crowds.entries()) {
      const batch = sealed.splice(0, inOneRound)
      const raw = (batch.length / database.keep(batch.map(bytesOf))) * 1000
      const run = await send(bench, clients, batch, raw)
      if (round === 0) continue
      limits.push(raw)
      runs[index]?.push(run)
    }
  }
  database.close()
  return [
    { name: 'a report straight into a table', value: median(limits), unit: 'per second' },
    ...crowds.flatMap((clients, index) =>
      figuresOf(clients === 1 ? '1 client' : `${clients} clients`, runs[index] ?? []),
    ),
  ]
}

const figuresOf = (who: string, runs: readonly Run[]): Figure[] => [
  { name: `reports accepted, ${who}`, value: median(runs.map(({ perSecond }) => perSecond)), unit: 'per second' },
  {
    name: `of a bare table, ${who}`,
    value: median(runs.map(({ ofRaw }) => ofRaw)),
    unit: 'ratio',
    goal: { least: 0.4 },
  },
  { name: `server CPU of a report, ${who}`, value: median(runs.map(({ cpu }) => cpu)), unit: 'ms', goal: { most: 1 } },
  {
    name: `reports refused, ${who}`,
    value: runs.reduce((sum, { refused }) => sum + refused, 0),
    unit: '',
    goal: { most: 0 },
  },
]
