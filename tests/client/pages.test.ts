import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPages } from '../../src/build/load-pages.ts'
import { readMessages } from '../../src/build/messages.ts'
import { rulesOfPack } from '../../src/build/pack.ts'
import { projectRoot } from '../../src/build/root.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'

interface Written {
  readonly address: string
  readonly side: string
  readonly html: string
}

const asset = { href: '/assets/x', integrity: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }
let written: Written[] = []
/** What whoever sends files themselves is told, in every language. */
let uploadFull: string[] = []

beforeAll(async () => {
  const { pages, languages, packFiles, pageTranslator, renderToString } = await loadPages(projectRoot)
  const messages = await readMessages(projectRoot)
  const rules = rulesOfPack(packFiles)
  uploadFull = languages.map(({ tag }) => messages[tag]?.errors?.['error.upload.full'] ?? 'missing')
  written = languages.flatMap((language) => {
    const t = pageTranslator(
      language,
      compileMessages(Object.assign({}, ...Object.values(messages[language.tag] ?? {}))),
    )
    return pages.map(({ path, side, render }) => {
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
      const html = `<!doctype html>\n${renderToString(render({ language, side, path, t, rules, words: '{}', assets }))}`
      return { address: `/${language.tag}/${path === '' ? '' : `${path}/`}`, side, html }
    })
  })
})

const findings = (pattern: RegExp, pages = written): string[] =>
  pages.flatMap(({ address, html }) => (html.match(pattern) ?? []).map((found) => `${address} ${found}`))

describe('every page', () => {
  test('is sound HTML', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // Steps of one document, of which one is shown at a time.
        'heading-level': ['error', { allowMultipleH1: true }],
        'long-title': 'off',
        'void-style': 'off',
      },
    })
    const reports = await Promise.all(written.map(({ html, address }) => validate.validateString(html, address)))
    expect(
      reports.flatMap(({ results }) =>
        results.flatMap(({ filePath, messages }) => messages.map((m) => `${filePath} ${m.message}`)),
      ),
    ).toEqual([])
  })

  test('has inputs without a name and forms without an action: nothing typed can leave without the script', () => {
    const typed = written.filter(({ address }) => !address.endsWith('/hand-in/'))
    expect(findings(/<(?:input|textarea|select|button)[^>]*\sname=[^>]*>/g, typed)).toEqual([])
    expect(findings(/<form[^>]*\s(?:action|method)=[^>]*>/g, typed)).toEqual([])
    expect(findings(/<input(?![^>]*type="(?:text|date|radio|checkbox|file)")[^>]*>/g)).toEqual([])
  })

  test('sends by itself at most a file that is locked already, to itself alone', () => {
    const handing = written.filter(({ address }) => address.endsWith('/hand-in/'))
    expect(handing.length).toBeGreaterThan(0)
    for (const page of handing) {
      const [form, ...others] = findings(/<form.*?<\/form>/gs, [page])
      expect(others).toEqual([])
      expect(form).toContain(`<form action="${page.address}" method="post" enctype="multipart/form-data">`)
      expect(
        form?.match(/<(?:input|textarea|select|button)[^>]*>/g)?.map((tag) => /type="(\w+)"/.exec(tag)?.[1]),
      ).toEqual(['file', 'submit'])
    }
  })

  test('does not ask whoever hands in a locked file to send words without files, which they may have no part in', () => {
    const handing = written.filter(({ address }) => address.endsWith('/hand-in/'))
    const full = handing.map(({ html }) => /data-answer="upload\.full">(.*?)<\/template>/s.exec(html)?.[1] ?? '')
    expect(full.map((answer) => answer.length > 0)).toEqual(handing.map(() => true))
    expect(full.filter((answer) => uploadFull.some((words) => answer.includes(words)))).toEqual([])
  })

  test('hides what needs the script until the script shows it', () => {
    expect(findings(/<form(?![^>]*\shidden)[^>]*id="report"[^>]*>/g)).toEqual([])
    expect(findings(/<section[^>]*id="enter"(?![^>]*\shidden)[^>]*>/g)).toEqual([])
  })

  test('holds no script, style or handler of its own, and nothing from elsewhere but the way out', () => {
    expect(findings(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle="|\son\w+="/g)).toEqual([])
    expect(findings(/(?:src|href)="(?!\/|#|https:\/\/www\.wikipedia\.org\/")[^"]*"/g)).toEqual([])
  })

  test('leads only to pages that exist', () => {
    const addresses = new Set(written.map(({ address }) => address))
    const links = written.flatMap(({ html }) =>
      // What is saved is no page.
      [...html.matchAll(/<a (?![^>]*\sdownload=)[^>]*href="(\/[^"#]*)/g)].map(([, to]) => to ?? ''),
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((to) => !addresses.has(to))).toEqual([])
  })

  test('tells a history nothing by its title', () => {
    const titles = findings(
      /<title>[^<]*/g,
      written.filter(({ side }) => side === 'reporter'),
    )
    expect(
      titles.filter((title) =>
        /report|ethic|wrong|signal|éthique|denunci|inform|ética|بلاغ|أخلاق|goodfaith/i.test(title.replace(/^\S+ /, '')),
      ),
    ).toEqual([])
  })
})

describe('a page for reporters', () => {
  test('has the exit first, then the way to the text', () => {
    for (const { html } of written.filter(({ side }) => side === 'reporter')) {
      const stops = [...html.matchAll(/<(?:a|button|input|textarea|summary)\b[^>]*>/g)].map(([tag]) => tag)
      expect(stops[0]).toContain('id="exit"')
      expect(stops[1]).toContain('href="#main"')
    }
  })

  test('holds what comes of a form or a section before it: a screen reader passes on to what follows when that goes', () => {
    const pairs = [
      ['report', 'step-receipt', 'report'],
      ['request', 'step-receipt', 'report'],
      ...['opened', 'new-key', 'line'].map((after) => ['case', after, 'enter-key']),
      ['case', 'new-key', 'opened'],
      ['case', 'line', 'new-key'],
    ]
    for (const [path, after, before] of pairs) {
      const pages = written.filter(({ address }) => address.endsWith(`/${path}/`))
      expect(pages.length).toBeGreaterThan(0)
      for (const { html } of pages) {
        const [section, place] = [html.indexOf(` id="${after}"`), html.indexOf(` id="${before}"`)]
        expect(section).toBeGreaterThan(0)
        expect(place).toBeGreaterThan(section)
      }
    }
  })

  test('ties every hint to the input or the group that it is about', () => {
    const hints = written.flatMap(({ address, html }) =>
      // What a template is copied for stands in the page many times, so that it can have no ids.
      [...html.replaceAll(/<template.*?<\/template>/gs, '').matchAll(/<p class="hint"([^>]*)>/g)].map(
        ([, attributes = '']) => ({
          address,
          id: /id="([^"]+)"/.exec(attributes)?.[1],
          html,
        }),
      ),
    )
    expect(hints.length).toBeGreaterThan(0)
    // That the list of readers is on its way is no hint, and goes when it has come.
    const lasting = hints.filter(({ id }) => id !== 'readers-wait')
    const loose = lasting.filter(({ id, html }) => id === undefined || !html.includes(`aria-describedby="${id}"`))
    expect(loose.map(({ address, id }) => `${address} ${id}`)).toEqual([])
  })
})
