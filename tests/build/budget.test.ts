import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Manifest } from '../../src/build/manifest.ts'
import { projectRoot } from '../../src/build/root.ts'
import { languages } from '../../src/domain/languages/index.ts'
import { procedureIn } from '../../src/domain/pack/parts.ts'

const dist = join(projectRoot, 'dist')
const manifest: Manifest = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8'))

/** How many bytes these files are on the line, each once, in Brotli. */
const bytesOf = (paths: readonly string[]): number =>
  [...new Set(paths)].reduce((sum, path) => {
    const file = manifest.files.find((one) => one.path === path)
    return sum + (file?.brotli ?? expect.fail(`${path} is not there`))
  }, 0)

const read = (path: string): Promise<string> => readFile(join(dist, 'public', path), 'utf8')

const rootOf = (html: string, name: string): string =>
  html.match(new RegExp(`<html[^>]* data-${name}="/?([^ "]+)`))?.[1] ?? expect.fail(`the page names no ${name}`)

/** The script that a page holds in a template until it is asked for. */
const laterOf = (html: string, name: string): string =>
  html.match(new RegExp(`<script id="${name}"[^>]* src="/([^"]+)"`))?.[1] ??
  expect.fail(`the page holds no ${name} for later`)

/** A page and what it loads by itself before any script runs. */
const withLinks = (path: string, html: string): readonly string[] => [
  path,
  ...Array.from(
    html.replaceAll(/<template\b.*?<\/template>/gs, '').matchAll(/<(?:link|script)\b[^>]* (?:href|src)="\/([^"]+)"/g),
    ([, link = '']) => link,
  ),
]

/** Everything from the first look to the opened case: three pages, what their scripts load, and the rules. */
async function journey(tag: string): Promise<{ readonly first: readonly string[]; readonly all: readonly string[] }> {
  const pages = ['', 'report/', 'case/'].map((page) => `${tag}/${page}index.html`)
  const [start = [], report = [], visit = []] = await Promise.all(
    pages.map(async (path) => withLinks(path, await read(path))),
  )
  const html = await read(`${tag}/report/index.html`)
  const rules = `packs/${rootOf(html, 'pack')}.json`
  const parts: Readonly<Record<string, string>> = JSON.parse(await read(rules))
  const later = [rootOf(html, 'worker'), laterOf(html, 'ending'), rules, `packs/${parts[procedureIn(tag)]}.json`]
  return { first: report, all: [...start, ...report, ...visit, ...later] }
}

test.each(languages.map(({ tag }) => tag))(
  'whoever reports in %s loads few bytes, and few of them before the first page can be read',
  async (tag) => {
    const { first, all } = await journey(tag)
    expect(bytesOf(first)).toBeLessThanOrEqual(30_000)
    expect(bytesOf(all)).toBeLessThanOrEqual(199_500)
  },
)
