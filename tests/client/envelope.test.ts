import { describe, expect, test } from 'vitest'
import { digitsIn } from '../../src/client/envelope/digits.ts'
import { ForeignFile, officeIn } from '../../src/client/envelope/directory-file.ts'
import { offlineWords } from '../../src/client/i18n/offline.ts'
import { ageOf } from '../../src/domain/directory-age.ts'

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
