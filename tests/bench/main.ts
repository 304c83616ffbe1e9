/**
 * `npm run bench`: how fast the service and its pages are, beside what this machine can do at all. Prints a table, and
 * writes `dist/bench.json`. Says on standard error what it is doing. Names after it choose measures.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/build/root.ts'
import { type Figure, isMet } from './figure.ts'
import { files } from './measures/files.ts'
import { inbox } from './measures/inbox.ts'
import { loading } from './measures/loading.ts'
import type { Measure } from './measures/measure.ts'
import { opening } from './measures/opening.ts'
import { painting } from './measures/painting.ts'
import { reports } from './measures/reports.ts'
import { request } from './measures/request.ts'
import { schedule } from './measures/schedule.ts'
import { sending } from './measures/sending.ts'
import { statusChecks } from './measures/status.ts'
import { officeOfReaders } from './service/office.ts'
import { startService } from './service/service.ts'
import { tableOf } from './table.ts'

const measures: Readonly<Record<string, Measure>> = {
  reports,
  status: statusChecks,
  sending,
  files,
  opening,
  inbox,
  request,
  loading,
  painting,
  schedule,
}

const begun = performance.now()
const say = (text: string) => console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(measures, name))
if (unknown !== undefined) {
  console.error(`There is no measure ${unknown}. There are: ${Object.keys(measures).join(', ')}.`)
  process.exit(1)
}

const processors = availableParallelism()
const [load = 0] = loadavg()
if (load > processors / 2) say(`this machine is busy (load ${load.toFixed(1)}): times will look worse than they are`)
say('staffing an office')
const service = await startService()
const figures: Figure[] = []
try {
  const office = await officeOfReaders(service)
  for (const [name, measure] of Object.entries(measures)) {
    if (asked.length === 0 || asked.includes(name)) figures.push(...(await measure({ service, office, say })))
  }
} finally {
  await service.stop()
}

const machine = { processors, load, model: cpus()[0]?.model ?? '', node: process.version }
const result = { machine, figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })) }
writeFileSync(join(projectRoot, 'dist/bench.json'), `${JSON.stringify(result, null, 2)}\n`)
console.log(tableOf(figures))
