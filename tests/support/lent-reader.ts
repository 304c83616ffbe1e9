import { expect } from 'vitest'
import { buildAsset } from '../../src/build/asset.ts'
import { projectRoot } from '../../src/build/root.ts'
import { serveAltered } from './altered.ts'

const part = async (path: string): Promise<string> => {
  const { bytes } = await buildAsset(projectRoot, `src/client/${path}.ts`, { format: 'iife', globalName: 'Console' })
  return Buffer.from(bytes).toString()
}

const [shows, lending] = await Promise.all([part('office/evidence/show-file'), part('worker/reader')])

/** The console's way to show a file, as a script that calls it `Console`. */
export const showing = shows

/** The console without its own script, whose part tests play: a page starts threads by one script alone. */
const still = (path: string, text: string): string =>
  path.endsWith('/office/') ? text.replaceAll(/<script\b.*?<\/script>/gs, '') : text

/** Serves a console in which nothing runs by itself. */
export const serveStill = (origin: string) => serveAltered(origin, still)

/** Every way out of a thread that could be tried, and which of them were open. */
const ATTACK = `
const answer = (line, good) => new Promise((resolve, reject) => {
  line[good] = resolve
  line.onerror = reject
})
const lines = {
  fetch: () => fetch('/hit/fetch'),
  request: () => {
    const request = new XMLHttpRequest()
    request.open('GET', '/hit/request', false)
    request.send()
  },
  socket: () => answer(new WebSocket('ws://' + location.host + '/hit/socket'), 'onopen'),
  events: () => answer(new EventSource('/hit/events'), 'onopen'),
  module: () => import('/hit/module.js'),
  script: () => importScripts('/hit/script.js'),
  thread: () => answer(new Worker('/hit/thread.js'), 'onmessage'),
  ownThread: () => answer(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), 'onmessage'),
  letters: () => new FontFace('letters', 'url(/hit/letters)').load(),
  eval: () => (0, eval)('1'),
  made: () => (() => {}).constructor('return 1')(),
}
const things = {
  database: () => answer(indexedDB.open('kept'), 'onsuccess'),
  caches: () => caches.open('kept'),
  folder: () => navigator.storage.getDirectory(),
  lock: () => navigator.locks.request('kept', () => {}),
  otherPages: () => new BroadcastChannel('others').postMessage('here'),
  page: () => self.postMessage('here'),
  place: () => location.href,
}
const attack = async (ways) => {
  const tried = Object.entries(ways).map(async ([name, way]) => {
    try {
      await way()
      return [name]
    } catch {
      return []
    }
  })
  return (await Promise.all(tried)).flat()
}
`

/** Which ways out were open to a script before the reader's own first line, where the policy alone holds, and behind it. */
interface Attacked {
  readonly before: readonly string[]
  readonly behind: readonly string[]
  /** What the page heard from the thread besides. */
  readonly heard: readonly unknown[]
}

/** Starts the thread as the console does, and waits for what came of the attack. */
const ATTACKED = `(async () => {
  ${lending}
  const heard = []
  const { postMessage } = Worker.prototype
  Worker.prototype.postMessage = function (...given) {
    this.addEventListener('message', ({ data }) => heard.push(data))
    postMessage.apply(this, given)
  }
  return new Promise((resolve) => {
    const { line } = Console.lendReader(() => heard.push('failed'))
    line.addEventListener('message', ({ data }) => data.before && resolve({ ...data, heard }))
    line.start()
  })
})()`

/**
 * Lets somebody take over the thread that reads PDFs for WebKit, in any browser.
 * @param run opens an address and says what a script says there
 */
export const expectNothingReached = async (
  origin: string,
  run: (address: string, script: string) => Promise<unknown>,
): Promise<void> => {
  const asked: string[] = []
  const served = await serveAltered(origin, (path, text) => {
    asked.push(path)
    if (!path.startsWith('/assets/reader-worker-')) return still(path, text)
    return `${ATTACK}const before = attack(lines);\n${text}
      addEventListener('message', async ({ ports: [line] }) =>
        line.postMessage({ before: await before, behind: await attack({ ...lines, ...things }) }))`
  })
  try {
    const told = (await run(`${served.origin}/en/office/`, ATTACKED)) as Attacked
    expect(told).toEqual({ before: [], behind: [], heard: [] })
    expect(asked).toContainEqual(expect.stringMatching(/reader-worker/))
    expect(asked.filter((path) => path.startsWith('/hit/'))).toEqual([])
  } finally {
    await served.stop()
  }
}
