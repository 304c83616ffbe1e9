import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** Two lists side by side in the library's script: names of calls, and the functions that they stand for. */
const LISTS = /(\w+)=\[((?:"[a-z0-9_]+",?)+)\],(\w+)=\[([\w$,]+)\]/g

/** The list of the sizes that the library asks its module for, one after another. */
const SIZES = /=\[((?:"\w+",?)*"crypto_secretbox_NONCEBYTES"(?:,"\w+")*)\]/g

/** What the library tries on itself at its start, and the sizes that it needs for that. */
const SELF_TEST = [
  'randombytes_buf',
  'crypto_secretbox_easy',
  'crypto_secretbox_open_easy',
  'crypto_secretbox_NONCEBYTES',
  'crypto_secretbox_KEYBYTES',
]

/** What the protocol's code takes from libsodium by its name. */
const callsOf = (root: string): Set<string> => {
  const folder = join(root, 'crypto/sodium')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const calls = sources.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/\bsodium\.\w+/g) ?? [])
  return new Set([...calls.map((call) => call.slice('sodium.'.length)), ...SELF_TEST])
}

/**
 * Leaves out of libsodium's wrappers the calls that nobody makes: they are taken off its lists, and the bundler drops
 * what is on no list. So are the sizes that nobody asks for; a call asks the module itself. The functions that stay are
 * as the library has them; the build fails if the lists are not found.
 */
export const usedCalls = (root: string): Plugin => ({
  name: 'used-calls',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /[\\/]libsodium-wrappers[\\/]dist[\\/]modules-esm[\\/]libsodium-wrappers\.mjs$/ },
      async ({ path }) => {
        const script = await readFile(path, 'utf8')
        const used = callsOf(root)
        const [lists, sizes] = [theOne(script, LISTS), theOne(script, SIZES)]
        const contents = script.replace(lists[0], shortened(lists, used)).replace(sizes[0], usedSizes(sizes, used))
        return { contents, loader: 'js' }
      },
    )
  },
})

const theOne = (script: string, list: RegExp): RegExpExecArray => {
  const [found, ...others] = script.matchAll(list)
  if (found === undefined || others.length > 0) throw new Error('libsodium-wrappers does not list its calls as it did')
  return found
}

const usedSizes = ([, list = '']: RegExpExecArray, used: Set<string>): string => {
  const names: string[] = JSON.parse(`[${list}]`)
  return `=${JSON.stringify(names.filter((name) => used.has(name)))}`
}

const shortened = (
  [, names, nameList = '', functions, functionList = '']: RegExpExecArray,
  used: Set<string>,
): string => {
  const all: string[] = JSON.parse(`[${nameList}]`)
  const pairs = functionList.split(',').map((made, place) => [all[place] ?? '', made] as const)
  const kept = pairs.filter(([name]) => used.has(name))
  if (pairs.length !== all.length) throw new Error('libsodium-wrappers lists more calls than functions, or fewer')
  return `${names}=${JSON.stringify(kept.map(([name]) => name))},${functions}=[${kept.map(([, made]) => made).join()}]`
}
