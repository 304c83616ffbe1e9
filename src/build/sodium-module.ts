import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import binaryen from 'binaryen'
import type { Plugin } from 'esbuild'
import { baseTable } from '../client/worker/base-table.ts'
import { packModule, tableInBase64, unpackModule } from '../client/worker/packed-module.ts'

/** The WebAssembly module inside libsodium's script: a text in base64 that begins with the module's magic number. */
const MODULE = /"AGFzbQ[A-Za-z0-9+/]+={0,2}"/g

/** Where the script gives a function of the module its name: `x._crypto_sign = y.ab`. */
const NAMED = /\b[\w$]+\._(\w+)=[\w$]+\.([\w$]+),/g

/** The one module in a script. @throws Error if there is none or more than one */
const moduleIn = (script: string): string => {
  const [found, ...others] = script.match(MODULE) ?? []
  if (found === undefined || others.length > 0) throw new Error('libsodium does not carry the one module it did')
  return found.slice(1, -1)
}

/**
 * Leaves out of libsodium's module the functions that nothing calls, once everything is bundled and it is known which
 * are: the exports go, and with them what only they reached. The functions that stay are not optimised or otherwise
 * changed. What is left travels packed, and the worker unpacks it to the same bytes before it runs.
 */
export const usedModule = (root: string): Plugin => ({
  name: 'used-module',
  setup: ({ onLoad, onEnd }) => {
    onLoad({ filter: /[\\/]libsodium[\\/]dist[\\/]modules-esm[\\/]libsodium\.mjs$/ }, async ({ path }) => {
      const script = await readFile(path, 'utf8')
      const unpacking = script.replace(`"${moduleIn(script)}"`, (module) => `unpackModule(${module})`)
      const contents = `import { unpackModule } from ${JSON.stringify(packedModule(root))}\n${unpacking}`
      return { contents, loader: 'js' }
    })
    onEnd(({ outputFiles = [] }) => {
      for (const file of outputFiles) file.contents = Buffer.from(pruned(file.text))
    })
  },
})

const pruned = (script: string): string => {
  const base64 = moduleIn(script)
  const called = new Set([...script.matchAll(/\._(\w+)\(/g)].map(([, name]) => name))
  const unused = new Set<string>()
  const shorter = script.replace(NAMED, (assignment, name: string, exported: string) => {
    if (called.has(name)) return assignment
    unused.add(exported)
    return ''
  })
  const bytes = withoutExports(Buffer.from(base64, 'base64'), unused)
  const resized = lengthsOf(base64.length).reduce(
    (text, length, place) => swapNumber(text, length, lengthsOf(bytes.toString('base64').length)[place] ?? 0),
    shorter,
  )
  return resized.replace(MODULE, () => JSON.stringify(packed(bytes)))
}

/** The numbers by which the script unpacks a base64 text of this length: of its signs, its last two places, its bytes. */
const lengthsOf = (signs: number): readonly number[] => [signs, signs - 1, signs - 2, (signs / 4) * 3]

const swapNumber = (script: string, was: number, is: number): string => {
  const [before, after, ...more] = script.split(new RegExp(`\\b${was}\\b`))
  if (after === undefined || more.length > 0) throw new Error('libsodium does not unpack its module as it did')
  return `${before}${is}${after}`
}

/** @throws Error if the table in it is not the one that is computed, or it does not come out as it went in */
const packed = (bytes: Buffer): string => {
  const text = packModule(bytes)
  if (text.length > bytes.length - baseTable().length + 1)
    throw new Error('libsodium does not sign with the table it did')
  if (unpackModule(text) !== bytes.toString('base64')) throw new Error('libsodium’s module cannot be unpacked')
  return text
}

const { BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SignExt } = binaryen.Features
const FEATURES = BulkMemory | BulkMemoryOpt | MutableGlobals | NontrappingFPToInt | SignExt

const withoutExports = (bytes: Uint8Array, unused: ReadonlySet<string>): Buffer => {
  const module = binaryen.readBinary(bytes)
  // Those that the module uses, which every browser with WebAssembly has; newer ones would change how it is written.
  module.setFeatures(FEATURES)
  for (const name of unused) module.removeExport(name)
  module.runPasses(['remove-unused-module-elements'])
  if (!module.validate()) throw new Error('libsodium’s module is not sound without its unused functions')
  const left = Buffer.from(module.emitBinary())
  module.dispose()
  return left
}

/**
 * Leaves the module out of the build that runs without WebAssembly: what is left in its place is refused at once. The
 * script has a table of its own to sign with, which is computed there as well.
 */
export const noModule = (root: string): Plugin => ({
  name: 'no-module',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]libsodium[\\/]dist[\\/]modules[\\/]libsodium\.js$/ }, async ({ path }) => {
      const script = await readFile(path, 'utf8')
      const alone = script.replace(`"${moduleIn(script)}"`, '""')
      const skipped = [0, 1, 2].find((skip) => alone.includes(tableInBase64(skip)))
      if (skipped === undefined) throw new Error('libsodium does not sign with the table it did')
      const computed = `require(${JSON.stringify(packedModule(root))}).tableInBase64(${skipped})`
      return { contents: alone.replace(tableInBase64(skipped), `"+${computed}+"`), loader: 'js' }
    })
  },
})

/** What the worker unpacks by. */
const packedModule = (root: string): string => join(root, 'src/client/worker/packed-module.ts')
