import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** The WebAssembly module inside libsodium's script: a text in base64 that begins with the module's magic number. */
const MODULE = /"AGFzbQ[A-Za-z0-9+/]+={0,2}"/g

/**
 * Writes libsodium's WebAssembly module in another way, or leaves it out, before the script is bundled.
 * The library itself stays as it is; the build fails if the module is not found exactly once.
 */
const replaceModule = (name: string, write: (base64: string) => string): Plugin => ({
  name,
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]libsodium[\\/]dist[\\/]modules(-esm)?[\\/]libsodium\.m?js$/ }, async ({ path }) => {
      const script = await readFile(path, 'utf8')
      const found = script.match(MODULE)?.length ?? 0
      if (found !== 1) throw new Error(`libsodium carries ${found} WebAssembly modules where one was expected`)
      return { contents: script.replace(MODULE, (text) => write(text.slice(1, -1))), loader: 'js' }
    })
  },
})

/**
 * Writes the module as one character a byte. Base64 hides from Brotli what repeats: the worker becomes a sixth smaller
 * on the line.
 */
export const moduleAsBytes: Plugin = replaceModule(
  'module-as-bytes',
  (base64) => `btoa(${JSON.stringify(Buffer.from(base64, 'base64').toString('latin1'))})`,
)

/** Leaves the module out of the build that runs without WebAssembly: what is left in its place is refused at once. */
export const noModule: Plugin = replaceModule('no-module', () => '""')
