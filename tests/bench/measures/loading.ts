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

/** What the browser of somebody loads who writes on this page: the page before its worker, and all up to the opened case. */
async function journey(origin: string, path: 'report' | 'request'): Promise<{ first: Loaded[]; all: Loaded[] }> {
  const browser = await launchChromium()
  const page = await (await browser.newContext({ locale: 'en' })).newPage()
  const loaded = watch(page)
  const person = inChromium(page)
  await page.goto(`${origin}/en/${path}/`)
  await page.waitForEvent('response', { predicate: (answer) => worker.test(new URL(answer.url()).pathname) })
  const first = await loaded()
  await page.goto(`${origin}/en/`)
  await fillReport(page, origin, path)
  const words = await person.texts('.words b')
  await person.click('#send')
  await person.sees('#receipt dd')
  await person.open(`${origin}/en/case/`)
  await person.type('#key', words.join(' '))
  await person.click('#enter-form [type=submit]')
  await person.sees('#case-verified h2')
  const all = distinct(await loaded())
  await browser.close()
  return {
    first: first.slice(
      0,
      first.findIndex((file) => worker.test(file.path)),
    ),
    all,
  }
}

/** What a reporter loads: the first page, then everything from the first look to the return to the case. */
export async function loading({ service, say }: Bench): Promise<Figure[]> {
  say('counting what a reporter loads')
  const report = await journey(service.origin, 'report')
  const request = await journey(service.origin, 'request')
  return [
    { name: 'first reporter page before the worker', value: sum(report.first), unit: 'kB', goal: { most: 30 } },
    { name: 'everything to report and return', value: sum(report.all), unit: 'kB', goal: { most: 200 } },
    {
      name: 'the same without WebAssembly',
      value: sum(report.all.filter(({ path }) => !worker.test(path))) + (await plainWorker()),
      unit: 'kB',
      goal: { most: 300 },
    },
    { name: 'first page of a request before the worker', value: sum(request.first), unit: 'kB' },
    { name: 'everything to ask for protection', value: sum(request.all), unit: 'kB' },
  ]
}

/** The worker for browsers without WebAssembly, in Brotli, in thousands of bytes. */
async function plainWorker(): Promise<number> {
  const manifest: Manifest = JSON.parse(await readFile(join(projectRoot, 'dist/manifest.json'), 'utf8'))
  const file = manifest.files.find(({ path }) => path.startsWith('assets/crypto-worker-js-'))
  if (!file) throw new Error('There is no worker without WebAssembly')
  return file.brotli / 1000
}
