import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { signIn } from '../../support/officers.ts'
import { type Server, startEdge, startNode } from '../../support/servers.ts'
import type { Figure } from '../figure.ts'
import { openCases } from '../load/open-cases.ts'
import { officeOfReaders, readers } from '../service/office.ts'
import { median, quantile } from '../statistics.ts'
import type { Bench } from './measure.ts'

const cases = 10_000
const runs = 7

/** A service whose data can be changed behind its back. */
interface Changeable {
  readonly server: Server
  change(sql: string): Promise<void>
  stop(): Promise<void>
}

async function onNode(): Promise<Changeable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-bench-'))
  const server = await startNode({ dataDir })
  const database = new Sqlite(join(dataDir, 'goodfaith.sqlite'))
  return {
    server,
    change: async (sql) => void database.exec(sql),
    stop: async () => {
      database.close()
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function onWorkers(): Promise<Changeable> {
  const server = await startEdge()
  return { server, change: server.change, stop: server.stop }
}

/** Runs of the scheduler: on the day on which every case wants something, and right after it, when none does. */
async function timedRuns({ server, change }: Changeable): Promise<{ readonly due: number[]; readonly idle: number[] }> {
  const office = await officeOfReaders(server)
  for (const [number, person] of office.people.filter(({ role }) => role !== 'alternate').entries()) {
    await signIn(person)
    const body = { first: `reader-${number}@office.example`, second: `reader-${number}@home.example`, daily: false }
    await person.client.call('setMailAddresses', { body })
  }
  const { fill, beginDay } = await openCases(office, cases)
  for (const sql of fill) await change(sql)
  const times: { due: number[]; idle: number[] } = { due: [], idle: [] }
  for (let run = 0; run <= runs; run++) {
    for (const sql of beginDay) await change(sql)
    for (const kind of ['due', 'idle'] as const) {
      const begun = performance.now()
      await server.keepHouse()
      if (run > 0) times[kind].push(performance.now() - begun)
    }
  }
  return times
}

/**
 * A run of the scheduler over 10,000 open cases, on Node and on workerd with D1. It is one list of questions whatever the
 * number of cases, so a run takes all of them; of mails it sends a hundred, the others leave with the next run.
 */
export async function schedule({ say }: Pick<Bench, 'say'>): Promise<Figure[]> {
  const figures: Figure[] = []
  const platforms = { Node: onNode, Workers: onWorkers }
  for (const [name, open] of Object.entries(platforms)) {
    say(`running the schedule over ${cases} open cases on ${name}`)
    const place = await open()
    const { due, idle } = await timedRuns(place).finally(place.stop)
    figures.push(
      {
        name: `schedule, ${cases} open cases for ${readers} readers, all due, ${name}`,
        ...{ value: median(due), unit: 'ms', p95: quantile(due, 0.95), goal: { most: 1_000 } },
      },
      { name: `the same with nothing due, ${name}`, value: median(idle), unit: 'ms', p95: quantile(idle, 0.95) },
    )
  }
  return figures
}
