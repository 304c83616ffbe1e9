import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../src/build/root.ts'

/** The tag of the language that nobody speaks; BCP 47 leaves it to private use. */
export const foreignTag = 'qps'

/** A letter of another script for each Latin one: whatever is still Latin on a page did not come out of a message. */
const letters = 'ابپتثجچحخدذرزژسشصضطعفقکگلم'
const letterFor = (letter: string): string => letters[letter.charCodeAt(0) - 97] ?? letter

/** A text in the language that nobody speaks: other letters, from right to left, and long words longer by a half. */
export const foreign = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[a-z]{4,}/g, (word) => word + word.slice(0, word.length / 2))
    .replaceAll(/[a-z]/g, letterFor)

/** The same for a message, whose placeholders, markup and grammar of variants stay. */
const foreignMessage = (source: string): string => {
  let isSaid = !source.startsWith('.')
  return source.replaceAll(/\{[$#/][^{}]*\}|\{\{|\}\}|[^{}]+/g, (part) => {
    if (part === '{{' || part === '}}') isSaid = part === '{{'
    return isSaid && !part.startsWith('{') && part !== '}}' ? foreign(part) : part
  })
}

/** The same for a text of the rules. */
const foreignRule = (text: string): string =>
  text.replaceAll(/\{\w+\}|[^{}]+/g, (part) => (part.startsWith('{') ? part : foreign(part)))

const change = (value: unknown, say: (text: string) => string): unknown =>
  typeof value === 'string'
    ? say(value)
    : Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, change(inner, say)]))

/** Writes a folder of English words again in the language that nobody speaks. */
async function translate(folder: string, from: string, say: (text: string) => string): Promise<void> {
  const source = join(folder, from)
  const target = join(folder, dirname(from), foreignTag)
  await mkdir(target)
  for (const name of await readdir(source)) {
    const words = JSON.parse(await readFile(join(source, name), 'utf8'))
    await writeFile(join(target, name), JSON.stringify(change(words, say)))
  }
}

const languageFile = `import type { Language, MailWords } from './language.ts'
export const language: Language = {
  ...{ tag: '${foreignTag}', locale: 'ar-EG', dir: 'rtl', name: '${foreign('Foreign')}' },
  ...{ comma: '، ', colon: ': ', keyWords: 'english' },
}
export const mail: MailWords = { subject: '${foreign('Please look')}', body: ['${foreign('Please look')}', '%'] }
`

/** Copies the project to an empty folder, adds a language to the copy by nothing but new files, and builds it. */
export async function buildWithForeignLanguage(folder: string): Promise<void> {
  const parts = ['crypto', 'db', 'src', 'package.json', 'package-lock.json', 'tsconfig.json']
  for (const part of parts) await cp(join(projectRoot, part), join(folder, part), { recursive: true })
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  await translate(folder, 'src/client/i18n/messages/en', foreignMessage)
  await translate(folder, 'src/domain/packs/model/words/en', foreignRule)
  await writeFile(join(folder, `src/domain/languages/${foreignTag}.ts`), languageFile)
  await promisify(execFile)(process.execPath, [join(folder, 'src/build/build.ts')])
}
