import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { ready, sealingStream } from '../../../crypto/index.ts'
import { projectRoot } from '../../../src/build/root.ts'
import { launchChromium } from '../../support/browsers.ts'
import { unwatchedPage } from '../browser/unwatched-page.ts'
import type { Figure } from '../figure.ts'
import { median } from '../statistics.ts'
import type { Bench } from './measure.ts'

const MiB = 1024 * 1024
const size = 100 * MiB
const rounds = 3

/** Seals as much by libsodium alone, in this process, with nothing read, hashed or sent; milliseconds. */
async function raw(): Promise<number> {
  await ready()
  const part = new Uint8Array(randomBytes(MiB))
  const seal = sealingStream(new Uint8Array(randomBytes(32)), size)
  const begun = performance.now()
  for (let sealed = 0; sealed < size; sealed += part.length) seal(part)
  return performance.now() - begun
}

/** The page's own code as one script that can be put into any page of the site. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(projectRoot, 'tests/bench/browser/upload-page.ts')], bundle: true, write: false },
    ...{ format: 'iife', globalName: 'bench', platform: 'browser', target: 'es2022' },
  })
  return `${outputFiles[0]?.text}; globalThis.bench = bench`
}

/** A process may end at any moment, even between asking whether it is there and reading. */
function rollupOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  } catch {
    return ''
  }
}

/** Bytes of memory that a process holds and shares with no other; none once it has ended. Linux only. */
function memoryOf(pid: number): number {
  const kilobytes = [...rollupOf(pid).matchAll(/^Private_\w+: +(\d+) kB/gm)].map(([, text]) => Number(text))
  return kilobytes.reduce((total, each) => total + each, 0) * 1024
}

/** What the processes that run pages hold together: one page, and what the browser keeps in reserve. */
async function rendererMemory(browser: Browser): Promise<() => number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  return () => renderers.reduce((total, pid) => total + memoryOf(pid), 0)
}

/** Sends the file once, in a page of its own; how long it took, and how far memory rose above a page whose worker waits. */
async function sample(origin: string, file: string, code: string): Promise<{ took: number; memory: number }> {
  const browser = await launchChromium()
  try {
    const page = await unwatchedPage(browser, `${origin}/en/`)
    await page.evaluate(`${code}; undefined`)
    await page.choose(file)
    await page.evaluate('bench.prepare()')
    const memory = await rendererMemory(browser)
    const idle = memory()
    let peak = idle
    const watch = setInterval(() => {
      peak = Math.max(peak, memory())
    }, 50)
    const took = Number(await page.evaluate('bench.sendChosen(chosen)'))
    clearInterval(watch)
    return { took, memory: peak - idle }
  } finally {
    await browser.close()
  }
}

/** A service that reads what it is sent and keeps nothing, in this process, which waits meanwhile. */
async function bareServer(): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().once('end', () => outgoing.writeHead(200, { 'content-type': 'text/html' }).end())
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${port}`, stop: () => server.close() }
}

/** As much sent by the barest page to a service that keeps nothing: no page of ours can be quicker. */
async function bare(origin: string, code: string): Promise<number> {
  const browser = await launchChromium()
  try {
    const page = await unwatchedPage(browser, `${origin}/`)
    await page.evaluate(`${code}; undefined`)
    return Number(await page.evaluate(`bench.sendBare(${size / MiB})`))
  } finally {
    await browser.close()
  }
}

/** A file of 100 MiB, chosen in Chromium: sealed, sent part by part and kept on the disk, beside sealing it alone. */
export async function files({ service, say }: Bench): Promise<Figure[]> {
  say('sending files of 100 MiB in Chromium')
  const server = await bareServer()
  const folder = mkdtempSync(join(tmpdir(), 'goodfaith-file-'))
  try {
    const file = join(folder, 'film.bin')
    writeFileSync(file, randomBytes(size))
    const code = await script()
    const [raws, limits, samples] = [[] as number[], [] as number[], [] as { took: number; memory: number }[]]
    for (let round = 0; round < rounds; round += 1) {
      raws.push(await raw())
      limits.push(await bare(server.origin, code))
      samples.push(await sample(service.origin, file, code))
    }
    const took = median(samples.map((each) => each.took))
    return [
      {
        name: 'limit: a bare page and service, nothing sealed or kept',
        value: median(raws) / median(limits),
        unit: 'of it',
      },
      { name: '100 MiB sealed, sent and kept', value: size / MiB / (took / 1000), unit: 'MiB/s' },
      { name: 'of raw secretstream', value: median(raws) / took, unit: 'of it', goal: { least: 0.6 } },
      {
        name: 'memory of the page above idle',
        value: Math.max(...samples.map((each) => each.memory)) / MiB,
        unit: 'MiB',
        goal: { most: 64 },
      },
    ]
  } finally {
    server.stop()
    rmSync(folder, { recursive: true })
  }
}
