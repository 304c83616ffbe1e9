import { readMessages } from '../../src/build/messages.ts'
import { projectRoot } from '../../src/build/root.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import { type PageTranslate, pageTranslator } from '../../src/client/i18n/translate.ts'
import { languages } from '../../src/domain/languages/index.ts'

const catalogue = await readMessages(projectRoot)

const translators = new Map(
  languages.map((language) => [
    language.tag,
    pageTranslator(language, compileMessages(Object.assign({}, ...Object.values(catalogue[language.tag] ?? {})))),
  ]),
)

/** Says in a language what pages and the console say in it. @throws Error if there is no such language. */
export const wordsIn = (tag: string): PageTranslate => {
  const words = translators.get(tag)
  if (words === undefined) throw new Error(`no language ${tag}`)
  return words
}

/** The tags of all languages: what depends on words is tried in each. */
export const tags: readonly string[] = languages.map(({ tag }) => tag)

/** One language of each direction of writing, for what takes too long to look at in all: what words can break shows there. */
export const oneOfEachDirection: readonly string[] = [
  ...new Map(languages.toReversed().map(({ dir, tag }) => [dir, tag])).values(),
]

/** The words of the link within a message. */
export const linkIn = (t: PageTranslate, key: Parameters<PageTranslate>[0]): string =>
  t
    .rich<{ readonly link: string }>(key, { link: (words) => ({ link: words.join('') }) })
    .flatMap((part) => (typeof part === 'string' ? [] : [part.link]))
    .join()
