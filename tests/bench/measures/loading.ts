import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Manifest } from '../../../src/build/manifest.ts'
import { projectRoot } from '../../../src/build/root.ts'
import { languages } from '../../../src/domain/languages/index.ts'
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

interface Journey {
  readonly first: readonly Loaded[]
  readonly all: readonly Loaded[]
  /** Where the worker for browsers without WebAssembly lies. */
  readonly plainWorker: string
}

/** What the browser of somebody loads who writes on this page: the page before its worker, and all up to the opened case. */
async function journey(origin: string, path: 'report' | 'request', language: string): Promise<Journey> {
  const browser = await launchChromium()
  const page = await (await browser.newContext({ locale: language })).newPage()
  const loaded = watch(page)
  const person = inChromium(page)
  await page.goto(`${origin}/${language}/${path}/`)
  await page.waitForEvent('response', { predicate: (answer) => worker.test(new URL(answer.url()).pathname) })
  const first = await loaded()
  const plainWorker = await page.evaluate(() => document.documentElement.dataset.workerJs ?? '')
  await page.goto(`${origin}/${language}/`)
  await fillReport(page, origin, path, language)
  const words = await person.texts('.words b')
  await person.click('#send')
  await person.sees('#receipt dd')
  await person.open(`${origin}/${language}/case/`)
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
    ...{ all, plainWorker },
  }
}

/** What a reporter loads in each language: the first page, then everything from the first look to the return to the case. */
export async function loading({ service, say }: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { tag } of languages) {
    say(`counting what a reporter loads in ${tag}`)
    const { first, all, plainWorker } = await journey(service.origin, 'report', tag)
    const without = sum(all.filter(({ path }) => !worker.test(path))) + (await lengthOf(plainWorker))
    figures.push(
      { name: `first reporter page before the worker (${tag})`, value: sum(first), unit: 'kB', goal: { most: 30 } },
      { name: `everything to report and return (${tag})`, value: sum(all), unit: 'kB', goal: { most: 200 } },
      { name: `the same without WebAssembly (${tag})`, value: without, unit: 'kB', goal: { most: 300 } },
    )
  }
  say('counting what a requester loads')
  const request = await journey(service.origin, 'request', 'en')
  return [
    ...figures,
    { name: 'first page of a request before the worker', value: sum(request.first), unit: 'kB' },
    { name: 'everything to ask for protection', value: sum(request.all), unit: 'kB' },
  ]
}

/** A file of the site in Brotli, in thousands of bytes. */
async function lengthOf(address: string): Promise<number> {
  const manifest: Manifest = JSON.parse(await readFile(join(projectRoot, 'dist/manifest.json'), 'utf8'))
  const file = manifest.files.find(({ path }) => `/${path}` === address)
  if (!file) throw new Error(`There is no ${address}`)
  return file.brotli / 1000
}
