import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Catalogue, checkMessages, compileMessages, usedKeys } from '../client/i18n/compile/index.ts'
import type { Messages } from '../client/i18n/message.ts'
import { languageTags } from './file-lists.ts'
import { listFiles } from './files.ts'

const CLIENT = 'src/client'
const MESSAGES = `${CLIENT}/i18n/messages`

/** All messages of the languages there are, as they are written: language, side, key. */
export const readMessages = async (root: string): Promise<Catalogue> => {
  const tags = await languageTags(root)
  return Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await readLanguage(root, tag)])))
}

const readLanguage = async (root: string, tag: string): Promise<Catalogue[string]> => {
  const folder = join(root, MESSAGES, tag)
  const names = (await listFiles(folder)).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name.slice(0, -'.json'.length),
        JSON.parse(await readFile(join(folder, name), 'utf8')),
      ]),
    ),
  )
}

/** The text of every source of the browser's side, by its path in the project. */
export const readSources = async (root: string): Promise<Record<string, string>> => {
  const paths = (await listFiles(join(root, CLIENT))).filter((path) => /\.tsx?$/.test(path))
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [`${CLIENT}/${path}`, await readFile(join(root, CLIENT, path), 'utf8')]),
    ),
  )
}

/** The messages of the site, checked, ready for pages and scripts. */
export interface SiteMessages {
  /** Every message of one language. */
  readonly of: (tag: string) => Messages
  /** The messages of one language that these sources (paths in the project) use. */
  readonly wordsFor: (tag: string, sources: readonly string[]) => Messages
}

/** @throws Error that lists every missing, unused, unreadable or mismatched message. */
export const loadMessages = async (root: string): Promise<SiteMessages> => {
  const [messages, sources] = await Promise.all([readMessages(root), readSources(root)])
  const problems = checkMessages({ messages, sources })
  if (problems.length > 0) throw new Error(`The messages are not in order:\n${problems.join('\n')}`)
  const compiled = new Map(
    Object.entries(messages).map(([tag, sides]) => [tag, compileMessages(Object.assign({}, ...Object.values(sides)))]),
  )
  const of = (tag: string): Messages => {
    const found = compiled.get(tag)
    if (found === undefined) throw new Error(`There are no messages in the language ${tag}.`)
    return found
  }
  const wordsFor = (tag: string, paths: readonly string[]): Messages => {
    const all = of(tag)
    const texts = paths.flatMap((path) => sources[path] ?? [])
    const used = new Set(usedKeys(texts, Object.keys(all)))
    return Object.fromEntries(Object.entries(all).filter(([key]) => used.has(key)))
  }
  return { of, wordsFor }
}
