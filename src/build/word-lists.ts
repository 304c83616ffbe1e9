import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

/** A word after its prefix: how many letters it shares with the word before, in one digit, and the others. */
const shortened = (word: string, before: string): string => {
  let shared = 0
  while (shared < 9 && shared < before.length && word[shared] === before[shared]) shared += 1
  return `${shared}${word.slice(shared)}`
}

const LISTS = /[\\/]@scure[\\/]bip39[\\/]wordlists[\\/](\w+)\.js$/

/** Leaves out all lists of words but these: a page in one language that reads no key writes keys in one list. */
export const listsOnly = (...names: readonly string[]): Plugin => ({
  name: 'lists-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: LISTS }, ({ path }) =>
      names.includes(LISTS.exec(path)?.[1] ?? '')
        ? undefined
        : { contents: 'export const wordlist = []', loader: 'js' },
    )
  },
})

/**
 * Writes the lists of words by what each word does not share with the one before it, which is the shorter the better the
 * list is sorted: three lists become half as large, and a sixth smaller on the line. The words are the same.
 */
export const listsByPrefix: Plugin = {
  name: 'lists-by-prefix',
  setup: ({ onLoad }) => {
    onLoad({ filter: LISTS }, async ({ path }) => {
      const { wordlist }: { wordlist: readonly string[] } = await import(pathToFileURL(path).href)
      if (wordlist.some((word) => /^$|\d/.test(word))) throw new Error(`${path} lists what is no word`)
      const text = wordlist.map((word, index) => shortened(word, wordlist[index - 1] ?? '')).join('')
      return {
        contents: `let word = ''
const next = (part) => (word = word.slice(0, part[0]) + part.slice(1))
export const wordlist = /* @__PURE__ */ Object.freeze(${JSON.stringify(text)}.match(/\\d\\D*/g).map(next))`,
        loader: 'js',
      }
    })
  },
}
