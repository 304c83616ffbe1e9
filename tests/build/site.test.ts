import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, test } from 'vitest'
import { readFiles } from '../../src/build/files.ts'
import { integrityOf, sha256Hex } from '../../src/build/hashes.ts'
import type { Manifest } from '../../src/build/manifest.ts'
import { projectRoot } from '../../src/build/root.ts'

/** Built from the sources as they are before these tests begin. */
const dist = join(projectRoot, 'dist')
const files = new Map<string, Buffer>()
let manifest: Manifest

beforeAll(async () => {
  for (const { path, bytes } of await readFiles(join(dist, 'public'))) files.set(path, Buffer.from(bytes))
  manifest = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8'))
})

const bytesOf = (path: string): Buffer => files.get(path) ?? expect.fail(`${path} is not there`)

const documents = (): [path: string, html: string][] =>
  [...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString('utf8')])

/** Opened from a disk: the file of a letter, and the form that works without a network. */
const isLone = ([path]: readonly [string, string]): boolean => /^(?:letters|forms)\//.test(path)
const isPreview = ([path]: readonly [string, string]): boolean => path.startsWith('preview/')
const pages = (): [path: string, html: string][] =>
  documents().filter((document) => !isLone(document) && !isPreview(document))
const loneFiles = (): [path: string, html: string][] => documents().filter(isLone)

const inPolicy = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const attribute = (tag: string, name: string): string | undefined => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1]

describe('the built site', () => {
  test('the manifest names every file, its hash and its sizes', () => {
    const plain = [...files.keys()].filter((path) => !/\.(br|gz)$/.test(path))
    expect(manifest.files.map(({ path }) => path)).toEqual(plain.toSorted())
    for (const { path, sha256, bytes, brotli } of manifest.files) {
      expect({ path, sha256: sha256Hex(bytesOf(path)) }).toEqual({ path, sha256 })
      expect([bytesOf(path).length, bytesOf(`${path}.br`).length]).toEqual([bytes, brotli])
    }
  })

  test('what is sent compressed is what is sent plain', () => {
    for (const { path } of manifest.files) {
      expect(brotliDecompressSync(bytesOf(`${path}.br`)).equals(bytesOf(path)), `${path}.br`).toBe(true)
      expect(gunzipSync(bytesOf(`${path}.gz`)).equals(bytesOf(path)), `${path}.gz`).toBe(true)
    }
  })

  test('every script and style sheet is bound to its page by a hash', () => {
    for (const [path, html] of pages()) {
      const links = html.match(/<(script|link)\b[^>]*>/g) ?? []
      // A picture runs nothing, and browsers check no hash of it.
      const tags = links.filter((tag) => attribute(tag, 'rel') !== 'icon')
      expect(tags.length, path).toBeGreaterThan(0)
      for (const tag of tags) {
        const href = attribute(tag, 'href') ?? attribute(tag, 'src') ?? ''
        expect(attribute(tag, 'integrity'), `${path}: ${tag}`).toBe(integrityOf(bytesOf(href.slice(1))))
      }
    }
  })

  test('the rules that pages and cases name are there, under their hash and checkable by it', () => {
    for (const [path, html] of pages()) {
      const hash = attribute(html.match(/<html\b[^>]*>/)?.[0] ?? '', 'data-pack') ?? ''
      expect(
        createHash('sha256')
          .update(bytesOf(`packs/${hash}.json`))
          .digest('base64url'),
        path,
      ).toBe(hash)
    }
  })

  test('every page names two crypto workers that are there', () => {
    for (const [path, html] of pages()) {
      const root = html.match(/<html\b[^>]*>/)?.[0] ?? ''
      for (const name of ['data-worker', 'data-worker-js']) {
        const address = attribute(root, name) ?? expect.fail(`${path} has no ${name}`)
        expect(bytesOf(address.slice(1)).length).toBeGreaterThan(0)
      }
    }
  })

  test('no page has a script, a style or a handler inside itself, nor a field that could be sent without script', () => {
    for (const [path, html] of pages()) {
      expect(html.match(/<script(?![^>]* src=)|<style|<base| style=| on\w+="|javascript:/g), path).toBeNull()
      // The one form that a browser sends by itself, which holds a file that is locked already.
      if (path.endsWith('/hand-in/index.html')) continue
      expect(
        html.match(/<(?:input|textarea|select|button)\b[^>]* (?:name|formaction)=|<form\b[^>]* (?:action|method)=/g),
        path,
      ).toBeNull()
    }
  })

  test('a file that is opened from a disk runs its own script and style and nothing else, and loads nothing', () => {
    expect(loneFiles().map(([path]) => path.split('/')[0])).toEqual(expect.arrayContaining(['letters', 'forms']))
    for (const [path, html] of loneFiles()) {
      const within = (tag: string): string[] =>
        [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => text)
      const [scripts, styles] = [within('script'), within('style')]
      expect([scripts.length, styles.length], path).toEqual([1, 1])
      expect(html, path).toContain(
        `content="default-src 'none'; script-src ${inPolicy(scripts.join())}; style-src ${inPolicy(styles.join())}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"`,
      )
      const page = html.replaceAll(/<(script|style)>.*?<\/\1>/gs, '')
      expect(page.match(/ (?:src|href|style|name|action|on\w+)="(?!viewport|referrer)/g), path).toBeNull()
    }
  })

  test('the page in which files are looked at holds one script, which its address names', () => {
    const previews = documents().filter(isPreview)
    expect(previews).toHaveLength(1)
    for (const [path, html] of previews) {
      const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text)
      const hashes = scripts.map((script) => createHash('sha256').update(script).digest('base64url'))
      expect(hashes.map((hash) => `preview/${hash}/index.html`)).toEqual([path])
      expect(html.replaceAll(/<script>.*?<\/script>/gs, '')).not.toMatch(
        /<(?:script|style|link|img|iframe)| on\w+=| src=/,
      )
    }
  })

  test('every page is sound HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // Preact writes <br/> and boolean attributes as it does; both are sound.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
      },
    })
    const complaints: string[] = []
    for (const [path, html] of documents()) {
      const report = await validator.validateString(html, path)
      for (const { messages } of report.results)
        complaints.push(...messages.map((m) => `${path}: ${m.ruleId} ${m.message}`))
    }
    expect(complaints).toEqual([])
  })
})
