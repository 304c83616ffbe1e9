import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'

/** `webkit` is the driver of WebKitGTK, which brings the engine along; `xvfb` the screen that it wants. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit' | 'xvfb'

interface Place {
  /** The environment variable that names the program, for machines with a place of their own. */
  readonly variable: string
  /** Where the systems put it. */
  readonly paths: readonly string[]
  /** Its package on Debian and Ubuntu. */
  readonly aptPackage: string
}

const PLACES: Readonly<Record<BrowserName, Place>> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    aptPackage: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    aptPackage: 'firefox-esr',
  },
  webkit: { variable: 'WEBKIT_DRIVER_PATH', paths: ['/usr/bin/WebKitWebDriver'], aptPackage: 'webkit2gtk-driver' },
  xvfb: { variable: 'XVFB_PATH', paths: ['/usr/bin/Xvfb'], aptPackage: 'xvfb' },
}

/** Whether this system can have that WebKit: elsewhere than on Linux there is none that needs no window. */
export const webkitIsPossible = process.platform === 'linux'
const OF_WEBKIT: readonly BrowserName[] = ['webkit', 'xvfb']

const APT_GET = '/usr/bin/apt-get'

const locate = (name: BrowserName): string | undefined => {
  const { variable, paths } = PLACES[name]
  const named = process.env[variable]
  if (named !== undefined && !existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist.`)
  return named ?? paths.find((path) => existsSync(path))
}

/** A package is installed unasked only where that is the way of the machine: as root, as in a container. */
const mayInstall = (): boolean => existsSync(APT_GET) && userInfo().uid === 0

const install = (packages: readonly string[]): void => {
  const run = (...command: string[]) =>
    execFileSync(APT_GET, command, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  run('update')
  run('install', '--yes', '--no-install-recommends', ...packages)
}

/**
 * The path of a browser of this machine.
 * @throws Error that says in one sentence how to get it.
 */
export const findBrowser = (name: BrowserName): string => {
  const path = locate(name)
  if (path !== undefined) return path
  const { variable, aptPackage } = PLACES[name]
  throw new Error(
    `The tests need ${name}: install it ("apt-get install ${aptPackage}") or set ${variable} to its path.`,
  )
}

/** Makes sure that every browser is there; installs the system's packages where that is allowed, else throws. */
export const requireBrowsers = (): void => {
  const names = (Object.keys(PLACES) as BrowserName[]).filter((name) => webkitIsPossible || !OF_WEBKIT.includes(name))
  const missing = names.filter((name) => locate(name) === undefined)
  if (missing.length > 0 && mayInstall()) install(missing.map((name) => PLACES[name].aptPackage))
  for (const name of missing) findBrowser(name)
}
