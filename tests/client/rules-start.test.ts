import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { rulesOfPack } from '../../src/build/pack.ts'
import { projectRoot } from '../../src/build/root.ts'
import { buildSite } from '../../src/build/site.ts'
import type { PackFiles } from '../../src/domain/pack/pack.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'
import { eventLog } from '../../src/runtime/node/event-log.ts'

const FILE = 'transitions/review.json'
const REASON = 'The rules are not in order:\ntransitions/review.json: review-upholds: unknown state: limbo'

/** The pack with one step that leads to a state that it does not have. */
const toLimbo = (lines: unknown): unknown =>
  (lines as readonly { id: string }[]).map((line) => (line.id === 'review-upholds' ? { ...line, to: 'limbo' } : line))
const faulty: PackFiles = { ...packFiles, [FILE]: toLimbo(packFiles[FILE]) }

/** By its address alone: its types are those of another platform. */
const WORKER: string = '../../src/runtime/worker/main.ts'
const IN_USE = '../../src/domain/packs/in-use.ts'
const withFaultyRules = (): void => {
  vi.resetModules()
  vi.doMock(IN_USE, () => ({ packFiles: faulty }))
}

afterEach(() => {
  vi.doUnmock(IN_USE)
  vi.resetModules()
})

describe('rules with a step into a state that they do not have', () => {
  test('stop the build, which names file, line and reason', async () => {
    const root = await mkdtemp(join(tmpdir(), 'goodfaith-rules-'))
    try {
      for (const path of ['crypto', 'src']) await cp(join(projectRoot, path), join(root, path), { recursive: true })
      await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
      const file = join(root, 'src/domain/packs/model', FILE)
      await writeFile(file, JSON.stringify(toLimbo(JSON.parse(await readFile(file, 'utf8')))))
      await expect(buildSite(root)).rejects.toThrow(REASON)
    } finally {
      await rm(root, { recursive: true })
    }
  })

  test('do not start on Node, and nothing is written', async () => {
    withFaultyRules()
    const { start } = await import('../../src/runtime/node/start.ts')
    const dataDir = join(tmpdir(), 'goodfaith-rules-never-made')
    const settings = { dataDir, host: 'localhost', port: 0, origin: null, onion: null, serviceSecret: null, mail: null }
    await expect(start(settings, eventLog)).rejects.toThrow(REASON)
    await expect(readFile(join(dataDir, 'goodfaith.sqlite'))).rejects.toThrow('ENOENT')
  })

  test('do not start as a worker', async () => {
    withFaultyRules()
    // A module of that platform, which no rule depends on.
    vi.doMock('cloudflare:email', () => ({ EmailMessage: null }))
    await expect(import(WORKER)).rejects.toThrow(REASON)
  })
})

describe('the hash of the rules', () => {
  test('stays when the fields of a line change places, and changes with any word', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([name, inner]) => [name, turned(inner)]),
            )
          : value
    const { hash } = rulesOfPack(packFiles)
    expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(rulesOfPack(turned(packFiles) as PackFiles).hash).toBe(hash)
    const [first, ...others] = packFiles['groups.json'] as readonly { label: Record<string, string> }[]
    const renamed = [{ ...first, label: { ...first?.label, en: 'Honesty' } }, ...others]
    expect(rulesOfPack({ ...packFiles, 'groups.json': renamed }).hash).not.toBe(hash)
  })
})
