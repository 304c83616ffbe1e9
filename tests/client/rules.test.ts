import { beforeAll, describe, expect, test } from 'vitest'
import { loadPages } from '../../src/build/load-pages.ts'
import { readMessages } from '../../src/build/messages.ts'
import { rulesOfPack } from '../../src/build/pack.ts'
import { projectRoot } from '../../src/build/root.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { Language } from '../../src/client/i18n/languages.ts'
import { readRows } from '../../src/client/i18n/rows.ts'
import type { Page, Rules } from '../../src/client/pages/page.ts'
import { type Kind, kinds } from '../../src/domain/pack/kinds.ts'
import type { Pack } from '../../src/domain/pack/pack.ts'

const asset = { href: '/assets/x', integrity: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }

let languages: readonly Language[]
let messages: Awaited<ReturnType<typeof readMessages>>
let rules: Rules
let page: (path: string, tag: string, of?: Rules) => string

beforeAll(async () => {
  const source = await loadPages(projectRoot)
  messages = await readMessages(projectRoot)
  languages = source.languages
  rules = rulesOfPack(source.packFiles)
  page = (path, tag, of = rules) => {
    const language = languages.find((one) => one.tag === tag) as Language
    const { side, render } = source.pages.find((one) => one.path === path) as Page
    const t = source.pageTranslator(language, compileMessages(Object.assign({}, ...Object.values(messages[tag] ?? {}))))
    const assets = {
      styles: [asset],
      script: asset,
      later: {},
      worker: '/assets/w',
      workerJs: '/assets/j',
      cleaner: '/assets/c',
      preview: '/preview/p/',
      reader: '/assets/r',
      icon: '/i.svg',
    }
    return source.renderToString(render({ language, side, path, t, rules: of, words: '{}', assets }))
  }
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What a page says of one line: from its anchor to the next. */
const said = (html: string, kind: Kind, id: string): string => {
  const [, rest] = html.split(`<li id="${kind}-${id}">`)
  return rest?.split('<li id="')[0] ?? ''
}

const anchors = (html: string): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')
const unconfirmed = (tag: string): string => messages[tag]?.rules?.['rules.unconfirmed'] ?? 'missing'
const everyTag = (): string[] => languages.map(({ tag }) => tag)

/** How a length begins: with its number, but Arabic says one and two of something in a word. */
const spanOf = (length: number, tag: string): string =>
  tag === 'ar' && [1, 2].includes(length) ? '\\p{L}' : `${length}\\s`

describe('the page of the rules', () => {
  test('holds every line of the pack at its anchor, once, in every language', () => {
    for (const tag of everyTag()) {
      const there = anchors(page('rules', tag))
      const missing = kinds.flatMap((kind) =>
        rules.pack[kind].map(({ id }) => `${kind}-${id}`).filter((anchor) => !there.includes(anchor)),
      )
      expect(missing, tag).toEqual([])
      expect(there.length - new Set(there).size, tag).toBe(0)
    }
  })

  test('says of every category what it is, where it stands, who receives it and what the mark is', () => {
    for (const tag of everyTag()) {
      const html = page('rules', tag)
      for (const { id, label, help, source, mark } of rules.pack.categories) {
        const text = said(html, 'categories', id)
        expect(text, id).toContain(escaped(label[tag] ?? 'missing'))
        expect(text, id).toContain(escaped(help[tag] ?? 'missing'))
        expect(text, id).toContain(`<p class="basis ${mark.provenance}">`)
        if (mark.provenance !== 'local') expect(text, id).toContain(`#documents-${source.document}"`)
        for (const paragraph of source.paragraphs) expect(text, id).toMatch(wordOf(paragraph))
      }
    }
  })

  test('says of every clock how long it is, and of an analogy that the chief has yet to confirm it', () => {
    for (const tag of everyTag()) {
      const html = page('rules', tag)
      for (const { id, label, length, mark } of rules.pack.clocks) {
        const text = said(html, 'clocks', id)
        expect(text, id).toContain(escaped(label[tag] ?? 'missing'))
        expect(text, id).toMatch(new RegExp(`<b class="span">${spanOf(length, tag)}`, 'u'))
        if (mark.provenance !== 'source') expect(text, id).toContain(escaped(unconfirmed(tag)))
      }
    }
  })

  test('no longer asks for the confirmation that a chief has given', () => {
    const clocks = rules.pack.clocks.map((line) => ({
      ...line,
      mark: { ...line.mark, confirmed_by: 'Marika Osei', confirmed_on: '2026-03-02' },
    }))
    const text = said(
      page('rules', 'en', { ...rules, pack: { ...rules.pack, clocks } satisfies Pack }),
      'clocks',
      'turn',
    )
    expect(text).toContain('confirmed by Marika Osei on 2 March 2026')
    expect(text).not.toContain('to be confirmed')
  })

  test('says of every document since when it holds, what replaced it and whether its text is held', () => {
    const html = page('rules', 'en')
    for (const { id, held, superseded_by, in_force_from } of rules.pack.documents) {
      const text = said(html, 'documents', id)
      expect(text, id).toContain(held ? 'Text held.' : 'Text not held.')
      expect(text.includes('In force from'), id).toBe(in_force_from !== null)
      if (superseded_by !== null) expect(text, id).toContain(`href="#documents-${superseded_by}"`)
    }
  })

  test('every way that leads into it, from anywhere, leads to a place that is there', () => {
    for (const tag of everyTag()) {
      const there = new Set(anchors(page('rules', tag)))
      const within = [...page('rules', tag).matchAll(/href="#([^"]*)"/g)].map(([, to]) => to ?? '')
      const pages = page('report', tag) + page('request', tag)
      const outside = [...pages.matchAll(/href="\/\w+\/rules\/#([^"]*)"/g)].map(([, to]) => to ?? '')
      expect(outside.length).toBeGreaterThan(10)
      expect([...within, ...outside].filter((to) => !there.has(to))).toEqual([])
    }
  })
})

/** The paragraph as a word of its own. */
const wordOf = (paragraph: string): RegExp =>
  new RegExp(`(?<![\\w.(])${paragraph.replaceAll(/[.()]/g, '\\$&')}(?![\\w(])`)

describe('a reporter', () => {
  test.each(['report', 'request'])('may choose any group and any category of the rules on the page %s', (path) => {
    for (const tag of everyTag()) {
      const html = page(path, tag)
      for (const { id, label } of [...rules.pack.groups, ...rules.pack.categories]) {
        const input = `<input type="checkbox" id="category-${id}"`
        expect(html.split(input)[1]?.split('</label>')[0], id).toContain(escaped(label[tag] ?? 'missing'))
      }
    }
  })

  test('finds beside a question the documents and paragraphs that ask it', () => {
    const why = page('request', 'en').split('/en/rules/#elements-threat"')[1]?.split('</div>')[0]
    expect(why).toContain('<cite>Standards of Conduct, paragraph 21')
  })

  test.each(['report', 'request', 'case', 'office'])('finds the hash of the rules in the page of the %s', (path) => {
    for (const tag of everyTag()) expect(page(path, tag)).toContain(` data-pack="${rules.hash}"`)
  })

  test.each(['case', 'office'])(
    'finds the labels of the ids in the page of the %s, which has no choices to read them from',
    (path) => {
      for (const tag of everyTag()) {
        const html = page(path, tag)
        const [, rows = ''] = html.match(/<template id="labels">([^<]*)</) ?? []
        const labels = readRows(rows.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
        for (const { id, label } of [...rules.pack.groups, ...rules.pack.categories])
          expect(labels[id]).toBe(label[tag])
      }
    },
  )
})
