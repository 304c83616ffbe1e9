import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { findBrowser } from './find-browser.ts'
import { freePort } from './free-port.ts'
import type { PersonsPage } from './reporter-page.ts'

/** A page of WebKit, the engine of every iPhone. */
export interface WebKitPage extends PersonsPage {
  /** What a script of the page says, which may be a promise. */
  say<Said>(script: string, ...given: readonly unknown[]): Promise<Said>
  /** The same in the page of a frame, whatever its origin. */
  sayInside<Said>(frame: string, script: string, ...given: readonly unknown[]): Promise<Said>
  upload(selector: string, ...paths: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** What the Lockdown Mode of iPhones switches off. */
const LOCKDOWN = { JSC_useWasm: '0', JSC_useJIT: '0' }

const PATIENCE = 30_000
/** How WebDriver calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const VISIBLE = 'return [...document.querySelectorAll(arguments[0])].filter((element) => element.checkVisibility())'

/** Asks until something comes. @throws Error that says what did not */
const until = async <Found>(what: string, ask: () => Promise<Found | undefined>): Promise<Found> => {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const found = await ask()
    if (found !== undefined) return found
    await pause(50)
  }
  throw new Error(`${what} did not come`)
}

/** A screen that nobody sees: this browser has no way to run without one. */
const startScreen = async (): Promise<{ readonly screen: ChildProcess; readonly display: string }> => {
  const screen = spawn(findBrowser('xvfb'), ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await Promise.race([once(screen.stdio[3] as Readable, 'data'), once(screen, 'exit').then(() => null)])
  if (number === null) throw new Error('the screen did not start')
  return { screen, display: `:${String(number).trim()}` }
}

/** Says something to the driver, by WebDriver. */
const speaker =
  (port: number) =>
  async <Said>(method: string, path: string, body?: object): Promise<Said> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      ...{ method, headers: { 'content-type': 'application/json' } },
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await answer.json()) as { value: Said & { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`)
    return value
  }

/**
 * Starts the WebKit of this machine with an empty profile that goes when it is closed.
 * With `lockdown` as an iPhone in Lockdown Mode: no WebAssembly and no just-in-time compiler.
 */
export const launchWebKit = async ({ lockdown = false } = {}): Promise<WebKitPage> => {
  const home = mkdtempSync(join(tmpdir(), 'goodfaith-webkit-'))
  const port = await freePort()
  const { screen, display } = await startScreen()
  const driver = spawn(findBrowser('webkit'), [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...{ PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: display, LANG: 'C.UTF-8' },
      ...{ WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
      ...(lockdown && LOCKDOWN),
    },
  })
  const speak = speaker(port)
  await until('the driver', () => speak<object>('GET', '/status').catch(() => undefined))
  const { sessionId } = await speak<{ sessionId: string }>('POST', '/session', { capabilities: {} })
  const session = `/session/${sessionId}`
  const say = <Said>(script: string, ...args: readonly unknown[]) =>
    speak<Said>('POST', `${session}/execute/sync`, { script, args })
  const visible = (selector: string) => until(selector, async () => (await say<object[]>(VISIBLE, selector))[0])
  const give = async (element: unknown, text: string): Promise<void> => {
    const { [ELEMENT]: id } = element as Record<string, string>
    await speak('POST', `${session}/element/${id}/value`, { text })
  }
  return {
    say,
    open: (url) => speak('POST', `${session}/url`, { url }),
    click: async (selector) => say('arguments[0].click()', await visible(selector)),
    type: async (selector, text) => {
      const field = await visible(selector)
      await say('arguments[0].value = ""; arguments[0].scrollIntoView({ block: "center" })', field)
      await give(field, text)
    },
    texts: (selector) => say(`${VISIBLE}.map((element) => element.innerText)`, selector),
    sees: async (selector) => void (await visible(selector)),
    sayInside: async <Said>(frame: string, script: string, ...args: readonly unknown[]) => {
      await speak('POST', `${session}/frame`, { id: await visible(frame) })
      try {
        return await say<Said>(script, ...args)
      } finally {
        await speak('POST', `${session}/frame`, { id: null })
      }
    },
    upload: async (selector, ...paths) =>
      give(await say('return document.querySelector(arguments[0])', selector), paths.join('\n')),
    close: async () => {
      await speak('DELETE', session)
      driver.kill()
      screen.kill()
      await Promise.all([driver, screen].map((one) => one.exitCode ?? one.signalCode ?? once(one, 'exit')))
      rmSync(home, { recursive: true, force: true })
    },
  }
}
