import { expect, describe as group, test } from 'vitest'
import { type DescriptionDraft, describe, draftOf, mistakesIn } from '../../../src/client/office/found/description.ts'
import { languages } from '../../../src/domain/languages/index.ts'

/** The same text in every language. */
const everywhere = (text: string) => Object.fromEntries(languages.map(({ tag }) => [tag, text]))

const draft: DescriptionDraft = {
  name: { ...everywhere('Ethics Office'), fr: 'Bureau d’éthique' },
  contacts: everywhere('Room 12'),
  emergency: everywhere('Call 112'),
  exitAddress: 'https://www.wikipedia.org/',
  timeZone: 'Europe/Paris',
  holidays: '2026-12-25\n2026-01-01',
}

const pack = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

group('what a chief types about the office', () => {
  test('a complete draft is signed as it was typed, with its holidays in order', () => {
    expect(mistakesIn(draft).size).toBe(0)
    const description = describe(draft, pack)
    expect(description.name.fr).toBe('Bureau d’éthique')
    expect(description.pack).toBe(pack)
    expect(description.holidays).toEqual(['2026-01-01', '2026-12-25'])
    expect(draftOf(description)).toEqual({ ...draft, holidays: '2026-01-01\n2026-12-25' })
  })

  test('a text that is missing in one language is named by field and language', () => {
    expect([...mistakesIn({ ...draft, emergency: { ...draft.emergency, fr: ' ' } })]).toEqual(['emergency.fr'])
  })

  test('an exit that is no https address and a day that does not exist are refused', () => {
    for (const exitAddress of ['http://example.org/', 'example.org', 'https://', 'javascript:alert(1)']) {
      expect([...mistakesIn({ ...draft, exitAddress })]).toEqual(['exitAddress'])
    }
    expect([...mistakesIn({ ...draft, holidays: '2026-02-30' })]).toEqual(['holidays'])
    expect(() => describe({ ...draft, holidays: '2026-02-30' }, pack)).toThrow()
  })
})
