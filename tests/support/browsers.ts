import { type Browser as Chromium, chromium, type BrowserContext as Profile } from 'playwright-core'
import { type Browser as Firefox, launch } from 'puppeteer-core'
import { findBrowser } from './find-browser.ts'

/** No call home, no first-run page: only what the test does crosses the network. */
const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What the "Safer" level of Tor Browser switches off. */
const SAFER = {
  'javascript.options.wasm': false,
  'javascript.options.asmjs': false,
  'javascript.options.ion': false,
  'javascript.options.baselinejit': false,
}

const chromiumHere = () => ({ executablePath: findBrowser('chromium'), headless: true, args: CHROMIUM_FLAGS })

/** Starts the Chromium of this machine without a window, with an empty profile that goes when it is closed. */
export const launchChromium = (): Promise<Chromium> => chromium.launch(chromiumHere())

/** The same with a microphone that hears tones, and whose use nobody is asked about. */
export const launchChromiumWithVoice = (): Promise<Chromium> => {
  const { args, ...rest } = chromiumHere()
  return chromium.launch({
    ...rest,
    args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  })
}

/** The same with its profile in a folder that stays: what a browser keeps of a visit can be looked at afterwards. */
export const launchChromiumIn = (folder: string): Promise<Profile> =>
  chromium.launchPersistentContext(folder, chromiumHere())

/**
 * Starts the Firefox of this machine without a window, with an empty profile that goes when it is closed.
 * With `safer` as in Tor Browser at its "Safer" level: no WebAssembly and no just-in-time compiler.
 */
export const launchFirefox = ({ safer = false }: { safer?: boolean } = {}): Promise<Firefox> =>
  launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    extraPrefsFirefox: { 'datareporting.policy.dataSubmissionEnabled': false, ...(safer ? SAFER : {}) },
    protocolTimeout: 120_000,
  })
