import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listFiles } from '../src/build/files.ts'
import { projectRoot } from '../src/build/root.ts'
import { ROOMS } from './architecture/rooms.ts'
import { violationsIn } from './architecture/violations.ts'

const sourcesOf = async (folder: string): Promise<string[]> =>
  (await listFiles(join(projectRoot, folder))).filter((path) => /\.tsx?$/.test(path)).map((path) => `${folder}/${path}`)

const paths = (await Promise.all(['crypto', 'db', 'src'].map(sourcesOf))).flat()

describe('the rooms of the house', () => {
  test.each(paths)('%s keeps to its room', async (path) => {
    expect(violationsIn(path, await readFile(join(projectRoot, path), 'utf8'))).toEqual([])
  })

  test('every room is lived in', () => {
    const empty = ROOMS.filter((room) => !paths.some((path) => path === room.path || path.startsWith(`${room.path}/`)))
    expect(empty.map((room) => room.path)).toEqual([])
  })
})

describe('somebody who breaks a rule of the house is told', () => {
  const broken: readonly (readonly [path: string, source: string, complaint: string])[] = [
    ['src/http/a.ts', `import { db } from '../../db/cases.ts'`, 'imports ../../db/cases.ts'],
    ['src/service/a.ts', `export * from '../../crypto/keys/case-key.ts'`, 'imports ../../crypto/keys/case-key.ts'],
    ['src/service/a.ts', `import type { Hono } from 'hono'`, 'imports hono'],
    ['src/service/a.ts', `type A = import('kysely').Kysely<object>`, 'imports kysely'],
    ['src/service/a.ts', `const a = await import(name)`, 'imports what it computes'],
    ['src/domain/a.ts', `import * as v from 'valibot'`, 'imports valibot'],
    ['src/contract/a.ts', `import 'node:fs'`, 'imports node:fs'],
    ['crypto/entry.ts', `import sodium from 'libsodium-wrappers'`, 'imports libsodium-wrappers'],
    ['crypto/wire/entry.ts', `import { open } from '../case/open.ts'`, 'imports ../case/open.ts'],
    ['crypto/wire/entry.ts', `const now = Date.now()`, 'says Date.now'],
    ['crypto/wire/entry.ts', `const then = new Date(day)`, 'says new Date'],
    ['src/service/a.ts', `const now = new Date()`, 'says new Date()'],
    ['crypto/entry.ts', `const id = Math['random']()`, 'says Math.random'],
    ['crypto/entry.ts', `const get = globalThis.fetch`, 'says fetch'],
    ['crypto/entry.ts', `console.log(key)`, 'says console'],
    ['db/cases.ts', `import Database from 'better-sqlite3'`, 'imports better-sqlite3'],
    ['src/runtime/node/a.ts', `import { h } from '../worker/main.ts'`, 'imports ../worker/main.ts'],
    ['src/client/reporter/a.ts', `import { h } from 'preact'`, 'imports preact'],
    ['src/client/reporter/a.ts', `import { submit } from '../../service/submit-report.ts'`, 'imports ../../service/'],
    ['src/client/reporter/a.ts', `import { sealReport } from '../../../crypto/index.ts'`, 'imports ../../../crypto/'],
    ['src/client/reporter/a.ts', `window.localStorage.setItem('a', 'b')`, 'says localStorage'],
    ['src/client/reporter/a.ts', `document.cookie = 'a=b'`, 'says document.cookie'],
    ['src/client/ui/a.ts', `node.innerHTML = words`, 'says .innerHTML'],
    ['src/client/ui/a.ts', `Object.assign(node, { innerHTML: words })`, 'says .innerHTML'],
    ['src/client/office/a.tsx', `const a = <p dangerouslySetInnerHTML={x} />`, 'says .dangerouslySetInnerHTML'],
    ['src/elsewhere/a.ts', '', 'is in no room'],
  ]

  test.each(broken)('%s: %s', (path, source, complaint) => {
    expect(violationsIn(path, source)).toEqual([expect.stringContaining(`${path} ${complaint}`)])
  })

  const sound: readonly (readonly [path: string, source: string])[] = [
    ['crypto/sodium/load.ts', `import sodium from 'libsodium-wrappers'`],
    ['crypto/keys/case-key.ts', `import { wordlist } from '@scure/bip39/wordlists/english.js'`],
    ['crypto/wire/entry.ts', `const a = { fetch: 1, console: 2 }; const b = a.fetch + a.console`],
    ['src/service/a.ts', `import { readHeader } from '../../crypto/wire/header.ts'`],
    ['src/client/office/a.tsx', `import { useState } from 'preact/hooks'`],
  ]

  test.each(sound)('%s may well say: %s', (path, source) => {
    expect(violationsIn(path, source)).toEqual([])
  })
})

describe('the settings of the edge', () => {
  const settings = () => readFile(join(projectRoot, 'wrangler.toml'), 'utf8')

  test('shared code runs without the interfaces of Node', async () => {
    expect(await settings()).not.toMatch(/nodejs_compat|compatibility_flags/)
  })

  test('nothing about requests is kept', async () => {
    expect(await settings()).toMatch(/^\[observability\]\nenabled = false$/m)
  })
})
