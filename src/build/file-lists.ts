import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from './files.ts'

const LANGUAGES = 'src/domain/languages'
const PACK = 'src/domain/packs/model'

/** The language that every text is translated from, and that pages fall back to. */
const FIRST = 'en'

/** The tags of the languages that have a file of their own, the first one before the others. */
export const languageTags = async (root: string): Promise<string[]> => {
  const names = await listFiles(join(root, LANGUAGES))
  const tags = names.flatMap((name) => name.match(/^([a-z]{2,3}(?:-[a-z0-9]+)*)\.ts$/)?.[1] ?? [])
  return [FIRST, ...tags.filter((tag) => tag !== FIRST)]
}

/** A module that does nothing but import what lies in a folder: its path in the project and its text. */
export interface FileList {
  readonly path: string
  readonly text: string
}

/**
 * The modules that list files, as they should be. Whoever adds a language or a file of rules adds files; what imports them
 * is written by the build, since every runtime that starts from sources needs names.
 */
export const fileLists = async (root: string): Promise<FileList[]> => {
  const tags = await languageTags(root)
  const files = (await listFiles(join(root, PACK)))
    .filter((name) => name.endsWith('.json'))
    .filter((name) => !name.startsWith('words/') || tags.includes(name.split('/')[1] ?? ''))
  return [
    { path: `${LANGUAGES}/index.ts`, text: languageList(tags) },
    { path: `${PACK}/folder.ts`, text: packList(files) },
  ]
}

/** Writes those that differ; says which. */
export const writeFileLists = async (root: string): Promise<string[]> => {
  const lists = await fileLists(root)
  const stale = await Promise.all(lists.map(async (list) => ({ ...list, isStale: await isStale(root, list) })))
  const written = stale.filter(({ isStale }) => isStale)
  await Promise.all(written.map(({ path, text }) => writeFile(join(root, path), text)))
  return written.map(({ path }) => path)
}

/** Whether a list is not what lies in its folder. */
export const isStale = async (root: string, { path, text }: FileList): Promise<boolean> =>
  (await readFile(join(root, path), 'utf8').catch(() => '')) !== text

const HEAD = '// Written by `npm run build` from the files beside it.'

const languageList = (tags: readonly string[]): string => `${HEAD}
${tags
  .toSorted()
  .map((tag) => `import * as ${nameOf(tag)} from './${tag}.ts'`)
  .join('\n')}
import type { Language, MailWords } from './language.ts'

/** Every language there is, in the order of the language links; the first is the one that pages fall back to. */
export const languages: readonly [Language, ...Language[]] = [${tags.map((tag) => `${nameOf(tag)}.language`).join(', ')}]

/** What mails say, by the tag of the language. */
export const mails: Readonly<Record<string, MailWords>> = { ${tags.map((tag) => `${keyOf(tag)}: ${nameOf(tag)}.mail`).join(', ')} }
`

const packList = (files: readonly string[]): string => `${HEAD}
import type { PackFiles } from '../../pack/pack.ts'
${files.map((file) => `import ${nameOf(file)} from './${file}' with { type: 'json' }`).join('\n')}

/** The model pack as it lies here: the rules, and their words in each language. */
export const modelFolder: PackFiles = {
${files.map((file) => `  '${file}': ${nameOf(file)},`).join('\n')}
}
`

/** A name for what a file holds: `clocks/intake.json` is `clocksIntake`. */
const nameOf = (file: string): string =>
  file.replace(/\.json$/, '').replaceAll(/[^a-z0-9]+(\w)/gi, (_, letter: string) => letter.toUpperCase())

const keyOf = (tag: string): string => (/^\w+$/.test(tag) ? tag : `'${tag}'`)
