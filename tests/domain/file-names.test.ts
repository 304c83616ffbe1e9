import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaningOf, cleaningText, outcomes, traceKinds } from '../../src/domain/cleaning.ts'
import { safeFileName } from '../../src/domain/file-name.ts'

describe('the name of a file', () => {
  test.each([
    ['minutes.pdf', 'minutes.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\amara\\notes.docx', 'notes.docx'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u2066b\u2069\u200F.txt', 'ab.txt'],
    ['two\nlines\0.txt', 'twolines.txt'],
    ['what?|*<>:".png', 'what_______.png'],
    ['...', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['con.txt', '_con.txt'],
    ['  .hidden  ', 'hidden'],
    ['ملف الأدلة.pdf', 'ملف الأدلة.pdf'],
  ])('%j is shown as %j', (name, shown) => {
    expect(safeFileName(name)).toBe(shown)
  })

  test('of 4,000 signs is cut, and still ends as it ends', () => {
    const shown = safeFileName(`${'long '.repeat(800)}.docx`)
    expect([...shown]).toHaveLength(100)
    expect(shown).toMatch(/….docx$/)
  })

  test('never leads out of a folder, turns the writing around or is empty, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const shown = safeFileName(name)
        expect(shown).toMatch(/^[^/\\<>:"|?*\p{C}]+$/u)
        expect(shown).not.toMatch(/^\.|\.$/)
        expect(safeFileName(shown)).toBe(shown)
      }),
    )
  })
})

describe('what was taken out of a file', () => {
  test('is read as it was written down', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...outcomes),
        fc.subarray([...traceKinds]),
        fc.subarray([...traceKinds]),
        (outcome, removed, remains) => {
          const cleaning = { outcome, removed, remains }
          expect(cleaningOf(cleaningText(cleaning))).toEqual(cleaning)
        },
      ),
    )
  })

  test('is nothing where somebody else wrote the line', () => {
    for (const text of ['', 'spotless', '<b>cleaned</b>', 'Cleaned removed:place']) expect(cleaningOf(text)).toBeNull()
    expect(cleaningOf('cleaned removed:place,nonsense')?.removed).toEqual(['place'])
  })
})
