import { aboutFile, type PackFiles } from './pack.ts'
import { isRecord } from './shape.ts'

type Fields = Readonly<Record<string, unknown>>

/** What people read of the lines of a kind, in one language: by the id of the line, then by field, such as `choices.on`. */
const wordsFile = (language: string, kind: string): string => `words/${language}/${kind}.json`

/** The place in its folder of what a language says of a line: where whoever translates has to look. */
export function wordsPlace(file: string, language: string): string {
  return wordsFile(language, firstName(file))
}

/**
 * A pack as the code reads it, with every text in all languages at its line, from a pack as it lies in its folder: rules
 * without words, and the words of each language in `words/`. Other languages there are left out.
 * @throws Error that names file and line of each text that belongs to no line
 */
export function withWords(folder: PackFiles, languages: readonly string[]): PackFiles {
  const rules = Object.entries(folder).filter(([file]) => !file.startsWith('words/'))
  const strays = languages.flatMap((language) => straysIn(folder, rules, language))
  if (strays.length > 0) throw new Error(`The words of the rules are not in order:\n${strays.join('\n')}`)
  const say = (file: string, line: Fields): Fields =>
    languages.reduce((said, language) => spoken(said, folder[wordsPlace(file, language)], language), line)
  return Object.fromEntries(
    rules.map(([file, content]) => {
      if (Array.isArray(content)) return [file, content.map((line) => (isRecord(line) ? say(file, line) : line))]
      return [file, file === aboutFile && isRecord(content) ? { ...say(file, content), languages } : content]
    }),
  )
}

/** The line with its texts in one more language. */
function spoken(line: Fields, words: unknown, language: string): Fields {
  const own = isRecord(words) ? words[String(line.id)] : undefined
  const texts = isRecord(own) ? Object.entries(own) : []
  return texts.reduce((said, [field, text]) => put(said, [...field.split('.'), language], text), line)
}

function put(fields: Fields, [name = '', ...rest]: readonly string[], text: unknown): Fields {
  const inner = fields[name]
  return { ...fields, [name]: rest.length === 0 ? text : put(isRecord(inner) ? inner : {}, rest, text) }
}

function straysIn(folder: PackFiles, rules: readonly (readonly [string, unknown])[], language: string): string[] {
  const ids = new Set(rules.flatMap(([file, content]) => idsIn(content).map((id) => `${firstName(file)} ${id}`)))
  const prefix = `words/${language}/`
  return Object.entries(folder)
    .filter(([file]) => file.startsWith(prefix))
    .flatMap(([file, words]) =>
      Object.keys(isRecord(words) ? words : {})
        .filter((id) => !ids.has(`${firstName(file.slice(prefix.length))} ${id}`))
        .map((id) => `${file}: ${id}: no line of the rules has this id`),
    )
}

const idsIn = (content: unknown): string[] =>
  (Array.isArray(content) ? content : [content]).filter(isRecord).map(({ id }) => String(id))

/** Of a file or a folder: all lines of a kind share it. */
const firstName = (file: string): string => file.replace(/\.json$/, '').split('/', 1)[0] ?? ''
