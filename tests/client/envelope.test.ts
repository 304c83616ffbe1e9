import { describe, expect, test, vi } from 'vitest'
import { ready } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/index.ts'
import { carriedOf } from '../../src/client/envelope/carried.ts'
import { digitsIn } from '../../src/client/envelope/digits.ts'
import { ForeignFile, officeIn } from '../../src/client/envelope/directory-file.ts'
import { pageCleaner } from '../../src/client/envelope/page-cleaner.ts'
import { fits } from '../../src/client/envelope/room.ts'
import type { Chosen } from '../../src/client/files/chosen.ts'
import { offlineWords } from '../../src/client/i18n/offline.ts'
import { ageOf } from '../../src/domain/directory-age.ts'
import { filesIn } from '../../src/domain/files.ts'

describe('somebody who writes without a connection', () => {
  test.each([
    ['2026-01-01', '2026-01-01', 'fresh', 0],
    ['2026-01-01', '2026-03-02', 'fresh', 60],
    ['2026-01-01', '2026-03-03', 'old', 61],
    ['2026-01-01', '2026-04-01', 'old', 90],
    ['2026-01-01', '2026-04-02', 'over', 91],
    // A clock that goes wrong makes no directory younger than new.
    ['2026-01-01', '2025-12-01', 'fresh', 0],
  ] as const)('has a directory of %s that is on %s %s', (of, today, age, days) => {
    expect(ageOf(of, today, 90)).toEqual({ age, days })
  })

  test('types the digits of a poster in any script, in groups or not', () => {
    expect(digitsIn('7967 ٩٠٥١-۹۶۰۹\n7802.')).toBe('7967905196097802')
    expect(digitsIn('no digit')).toBe('')
  })

  test.each(['', '{', 'null', '[]', '{"day":"2026-01-01"}', '{"day":"soon","statements":[]}'].map((text) => [text]))(
    'is told that %j is no directory',
    async (text) => {
      await expect(officeIn(text, null)).rejects.toBeInstanceOf(ForeignFile)
    },
  )

  test('is told so of statements that are none, and of an empty list', async () => {
    const of = (statements: unknown) => officeIn(JSON.stringify({ day: '2026-01-01', statements }), null)
    for (const bad of [[1], [{}], [{ statement: 'AA', signatures: [{ signer: 1 }] }]])
      await expect(of(bad)).rejects.toBeInstanceOf(ForeignFile)
    await expect(of([])).rejects.toMatchObject({ code: 'directory.empty' })
  })

  test('reads in the file what is true there, and elsewhere what every page says', () => {
    const messages = { 'a.send': 'Send', 'offline.a.send': 'Save', 'a.back': 'Back' }
    expect(offlineWords(messages)).toMatchObject({ 'a.send': 'Save', 'a.back': 'Back' })
  })
})

describe('files in the form that works without a network', () => {
  const file = (size: number, outcome: 'plain' | 'unknown' = 'plain'): Chosen => ({
    ...{ id: size, name: `${size}.txt`, file: new Blob([new Uint8Array(size)]), asItIs: false },
    looked: { outcome, blob: null, removed: [], remains: [] },
  })
  const MiB = 2 ** 20

  test.each([
    [[12 * MiB], true],
    [[12 * MiB + 1], false],
    [[4 * MiB, 4 * MiB, 4 * MiB], true],
    [[4 * MiB, 4 * MiB, 4 * MiB, 0], false],
    // Padding counts: each of these takes 36 chunks of 64 kB and not 34.
    [[34 * 65_536, 34 * 65_536, 34 * 65_536, 34 * 65_536, 34 * 65_536], true],
    [[...Array.from({ length: 5 }, () => 34 * 65_536), 13 * 65_536], false],
    [[], true],
  ])('of %j bytes fit: %s', (lengths, expected) => {
    expect(fits(lengths.map((length) => file(length)))).toBe(expected)
  })

  test('take no room before somebody decided on them', () => {
    expect(fits([file(12 * MiB), file(12 * MiB, 'unknown')])).toBe(true)
  })

  test('are sealed each under a key of its own, which stands in the body with the name and what was cleaned', async () => {
    await ready()
    const going = [file(3), { ...file(70_000), name: '../a\u202egpj.html' }]
    const { files, fields } = await carriedOf(going, (length) => crypto.getRandomValues(new Uint8Array(length)))
    expect(files.map(({ chunks, sealed }) => [chunks, sealed.length])).toEqual([
      [1, 65_553],
      [2, 2 * 65_553],
    ])
    const told = filesIn(fields)
    expect(told.map(({ name, size, cleaned }) => [name, size, cleaned])).toEqual([
      ['3.txt', 3, 'plain'],
      ['agpj.html', 70_000, 'plain'],
    ])
    expect(told.map(({ key }) => key)).toEqual(files.map(({ key }) => toBase64url(key)))
  })

  test('that are gone when they are to be sealed are named', async () => {
    const gone = { ...file(3), file: { size: 3, arrayBuffer: () => Promise.reject(new Error('gone')) } as Blob }
    const sealing = carriedOf([gone], (length) => new Uint8Array(length))
    await expect(sealing).rejects.toMatchObject({ code: 'file.changed', file: '3.txt' })
  })

  test('are looked at one after the other, once the page has said so, and not at all when they were taken out', async () => {
    vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act))
    const cleaner = pageCleaner()
    const stop = new AbortController()
    const read: string[] = []
    const text = (name: string) => {
      const arrayBuffer = () => {
        read.push(name)
        return new Blob([name]).arrayBuffer()
      }
      return Object.assign(new Blob([name]), { arrayBuffer })
    }
    const looked = [cleaner.look(text('one')), cleaner.look(text('two'), stop.signal), cleaner.look(text('three'))]
    stop.abort()
    expect((await Promise.all(looked)).map((one) => one?.outcome)).toEqual(['plain', undefined, 'plain'])
    expect(read).toEqual(['one', 'three'])
    const broken = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('unreadable')) })
    expect(await cleaner.look(broken)).toBeNull()
    vi.unstubAllGlobals()
  })
})
