import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Manifest } from '../../../src/build/manifest.ts'
import { projectRoot } from '../../../src/build/root.ts'
import { launchChromium } from '../../support/browsers.ts'
import { inChromium } from '../../support/reporter-page.ts'
import { fillReport } from '../browser/report-page.ts'
import type { Figure } from '../figure.ts'
import type { Bench } from './measure.ts'

const worker = /^\/assets\/crypto-worker/

/** A file of the site that a browser asked for, and its length on the line. */
interface Loaded {
  readonly path: string
  readonly bytes: number
}

/** Notes every file of the site that a page asks for, in order. What the service answers to scripts is not of the site. */
function watch(page: Page): () => Promise<Loaded[]> {
  const loading: Promise<Loaded>[] = []
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (path.startsWith('/api/')) return
    loading.push(response.allHeaders().then((headers) => ({ path, bytes: Number(headers['content-length']) })))
  })
  return () => Promise.all(loading)
}

const sum = (files: Iterable<Loaded>): number => [...files].reduce((total, { bytes }) => total + bytes, 0) / 1000

/** Each file once, however often it was loaded. */
const distinct = (files: readonly Loaded[]): Loaded[] => [...new Map(files.map((file) => [file.path, file])).values()]

/** What the browser of a reporter loads: the first page, then everything from the first look to the return to the case. */
export async function loading({ service, say }: Bench): Promise<Figure[]> {
  say('counting what a reporter loads')
  const browser = await launchChromium()
  const page = await (await browser.newContext({ locale: 'en' })).newPage()
  const loaded = watch(page)
  const person = inChromium(page)
  await page.goto(`${service.origin}/en/report/`)
  await page.waitForEvent('response', { predicate: (answer) => worker.test(new URL(answer.url()).pathname) })
  const first = await loaded()
  await page.goto(`${service.origin}/en/`)
  await fillReport(page, service.origin)
  await person.click('#send')
  await person.sees('#receipt dd')
  await page.goto(`${service.origin}/en/case/`)
  await person.sees('#enter')
  const journey = distinct(await loaded())
  await browser.close()
  const beforeWorker = first.slice(
    0,
    first.findIndex(({ path }) => worker.test(path)),
  )
  return [
    { name: 'first reporter page before the worker', value: sum(beforeWorker), unit: 'kB', goal: { most: 30 } },
    { name: 'everything to report and return', value: sum(journey), unit: 'kB', goal: { most: 200 } },
    {
      name: 'the same without WebAssembly',
      value: sum(journey.filter(({ path }) => !worker.test(path))) + (await plainWorker()),
      unit: 'kB',
      goal: { most: 300 },
    },
  ]
}

/** The worker for browsers without WebAssembly, in Brotli, in thousands of bytes. */
async function plainWorker(): Promise<number> {
  const manifest: Manifest = JSON.parse(await readFile(join(projectRoot, 'dist/manifest.json'), 'utf8'))
  const file = manifest.files.find(({ path }) => path.startsWith('assets/crypto-worker-js-'))
  if (!file) throw new Error('There is no worker without WebAssembly')
  return file.brotli / 1000
}
