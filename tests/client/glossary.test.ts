import { describe, expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { projectRoot } from '../../src/build/root.ts'
import glossary from '../../src/client/i18n/glossary.json' with { type: 'json' }
import { languages } from '../../src/domain/languages/index.ts'
import { modelFolder } from '../../src/domain/packs/model/folder.ts'

/** How a language says a term, and words that it has for it and does not use: regular expressions. */
interface Term {
  readonly say: readonly string[]
  readonly never?: readonly string[]
}

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

const messages = await readMessages(projectRoot)
const tags = languages.map(({ tag }) => tag)

/** Titles of documents are what those who wrote them chose. */
const isTitle = (key: string): boolean => /^words\/documents .* label$/.test(key)

/** Everything that is said in a language, by message, or by line of the rules and field. */
const saidIn = (tag: string): ReadonlyMap<string, string> =>
  new Map([
    ...Object.values(messages[tag] ?? {}).flatMap(Object.entries<string>),
    ...Object.entries(modelFolder)
      .filter(([file]) => file.startsWith(`words/${tag}/`))
      .flatMap(([file, lines]) =>
        Object.entries(lines as Words).flatMap(([id, fields]) =>
          Object.entries(fields).map(([field, text]) => {
            const kind = file.slice(`words/${tag}/`.length).replace('.json', '')
            return [`words/${kind} ${id} ${field}`, text] as const
          }),
        ),
      ),
  ])

const said = new Map(tags.map((tag) => [tag, saidIn(tag)]))
const oneOf = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu')

describe.each(Object.entries<Readonly<Record<string, Term>>>(glossary))('“%s”', (_, term) => {
  const inEnglish = oneOf(term.en?.say ?? [])
  const keys = [...(said.get('en') ?? [])].filter(([key, text]) => inEnglish.test(text) && !isTitle(key))

  test.each(tags)('is called the same wherever people meet it (%s)', (tag) => {
    const own = oneOf(term[tag]?.say ?? ['there is no such term'])
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.map(([key]) => key).filter((key) => !own.test(said.get(tag)?.get(key) ?? ''))).toEqual([])
  })

  test.each(tags)('is never called by another word (%s)', (tag) => {
    const others = term[tag]?.never ?? []
    const found = [...(said.get(tag) ?? [])].filter(
      ([key, text]) => others.length > 0 && oneOf(others).test(text) && !isTitle(key),
    )
    expect(found).toEqual([])
  })
})
