import type { Figure } from '../figure.ts'
import { drive } from '../load/clients.ts'
import { rawDatabase } from '../load/raw-database.ts'
import { bytesOf } from '../load/report-bytes.ts'
import { type SealedReport, sealReports } from '../load/sealed-reports.ts'
import { readers } from '../service/office.ts'
import { type Service, startBareService } from '../service/service.ts'
import { median } from '../statistics.ts'
import type { Bench } from './measure.ts'

/** The first rounds warm up and do not count: the engine goes on compiling what is called often for a thousand reports. */
const warmUp = 3
const rounds = 7
const inOneRound = 200
/** How many clients send at once. */
const crowds = [1, 16] as const

interface Run {
  readonly perSecond: number
  /** Of what the same bytes reached in a bare table in the same round. */
  readonly ofRaw: number
  /** Milliseconds of the process's processor time for each report. */
  readonly cpu: number
  readonly refused: number
}

async function send(service: Service, clients: number, reports: readonly SealedReport[], raw: number): Promise<Run> {
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
 * Reports accepted over HTTP, beside the same bytes put straight into a table, and beside the least that any service would
 * have to do for them. All take turns in short rounds, so that whatever else the machine does falls on all of them.
 */
export async function reports({ say, service }: Bench): Promise<Figure[]> {
  const wanted = (warmUp + rounds) * crowds.length * inOneRound
  say(`sealing ${wanted} reports for ${readers} readers`)
  const sealed = await sealReports(service.origin, wanted)
  const database = rawDatabase()
  const bare = await startBareService()
  const limits: number[] = []
  const runs = crowds.map(() => ({ bare: [] as Run[], whole: [] as Run[] }))
  for (let round = 1 - warmUp; round <= rounds; round++) {
    say(`sending reports, round ${round} of ${rounds}`)
    for (const [index, clients] of crowds.entries()) {
      const batch = sealed.splice(0, inOneRound)
      const raw = (batch.length / database.keep(batch.map(({ body }) => bytesOf(body)))) * 1000
      const run = { bare: await send(bare, clients, batch, raw), whole: await send(service, clients, batch, raw) }
      if (round <= 0) continue
      limits.push(raw)
      runs[index]?.bare.push(run.bare)
      runs[index]?.whole.push(run.whole)
    }
  }
  await bare.stop()
  database.close()
  return [
    { name: 'a report straight into a table', value: median(limits), unit: 'per second' },
    ...crowds.flatMap((clients, index) => {
      const who = clients === 1 ? '1 client' : `${clients} clients`
      return [...limitsOf(who, runs[index]?.bare ?? []), ...figuresOf(who, runs[index]?.whole ?? [])]
    }),
  ]
}

const middle = (runs: readonly Run[], what: keyof Run): number => median(runs.map((run) => run[what]))

/** What a service that only takes, verifies, signs and keeps would reach: no figure of ours can be better. */
const limitsOf = (who: string, runs: readonly Run[]): Figure[] => [
  { name: `limit: a bare service, of a bare table, ${who}`, value: middle(runs, 'ofRaw'), unit: 'ratio' },
  { name: `limit: CPU of a bare service, ${who}`, value: middle(runs, 'cpu'), unit: 'ms' },
]

const figuresOf = (who: string, runs: readonly Run[]): Figure[] => [
  { name: `reports accepted, ${who}`, value: middle(runs, 'perSecond'), unit: 'per second' },
  { name: `of a bare table, ${who}`, value: middle(runs, 'ofRaw'), unit: 'ratio', goal: { least: 0.4 } },
  { name: `server CPU of a report, ${who}`, value: middle(runs, 'cpu'), unit: 'ms', goal: { most: 1 } },
  {
    name: `reports refused, ${who}`,
    value: runs.reduce((sum, { refused }) => sum + refused, 0),
    unit: '',
    goal: { most: 0 },
  },
]
