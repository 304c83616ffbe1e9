import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFiles } from '../../src/build/files.ts'
import { sha256Hex } from '../../src/build/hashes.ts'
import { projectRoot } from '../../src/build/root.ts'
import { isUpToDate, writeSite } from '../../src/build/write-site.ts'

let folder = ''
const place = (name: string): string => join(folder, name)

const ELSEWHERE = 'some/other/folder/with a longer name'

/** The sources alone, with the packages they need. */
const copySources = async (from: string, to: string): Promise<void> => {
  for (const path of ['crypto', 'src', 'package-lock.json']) {
    await cp(join(from, path), join(to, path), { recursive: true })
  }
  await symlink(join(projectRoot, 'node_modules'), join(to, 'node_modules'))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodfaith-build-'))
  await copySources(projectRoot, place('sources'))
  await copySources(place('sources'), place(ELSEWHERE))
  await writeSite(place('sources'), place('here'))
  await writeSite(place(ELSEWHERE), place('there'))
})

afterAll(() => rm(folder, { recursive: true }))

const fingerprints = async (name: string): Promise<Record<string, string>> =>
  Object.fromEntries((await readFiles(place(name))).map(({ path, bytes }) => [path, sha256Hex(bytes)]))

describe('the build', () => {
  test('anybody who builds the same sources elsewhere gets the same bytes', async () => {
    const here = await fingerprints('here')
    expect(Object.keys(here)).toContain('manifest.json')
    expect(await fingerprints('there')).toEqual(here)
  })

  test('a finished build is not made again until a source changes', async () => {
    expect(await isUpToDate(place('sources'), place('here'))).toBe(true)
    expect(await isUpToDate(place('sources'), place('nowhere'))).toBe(false)
    await writeFile(join(place('sources'), 'src/client/one-more.ts'), '')
    expect(await isUpToDate(place('sources'), place('here'))).toBe(false)
  })
})
