import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFiles } from '../../src/build/files.ts'
import { sha256Hex } from '../../src/build/hashes.ts'
import { projectRoot } from '../../src/build/root.ts'
import { isUpToDate, writeSite } from '../../src/build/write-site.ts'

let folder = ''
/** A copy of the sources in a place of another name and depth, and where the two builds went. */
const place = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodfaith-build-'))
  const copy = place('some/other/folder/with a longer name')
  for (const path of ['crypto', 'src', 'package-lock.json']) {
    await cp(join(projectRoot, path), join(copy, path), { recursive: true })
  }
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  await writeSite(projectRoot, place('here'))
  await writeSite(copy, place('there'))
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
    expect(await isUpToDate(projectRoot, place('here'))).toBe(true)
    expect(await isUpToDate(projectRoot, place('nowhere'))).toBe(false)
    const copy = place('some/other/folder/with a longer name')
    await cp(join(copy, 'package-lock.json'), join(copy, 'src/client/one-more.json'))
    expect(await isUpToDate(copy, place('there'))).toBe(false)
  })
})
