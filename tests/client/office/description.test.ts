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
    expect(mistakesIn(draft, 'en').size).toBe(0)
    const description = describe(draft, pack)
    expect(description.name.fr).toBe('Bureau d’éthique')
    expect(description.pack).toBe(pack)
    expect(description.holidays).toEqual(['2026-01-01', '2026-12-25'])
    expect(draftOf(description)).toEqual({ ...draft, holidays: '2026-01-01\n2026-12-25' })
  })

  test('one language is enough; without a whole one, what is missing is named in the language of the page', () => {
    const english = {
      name: { en: 'Ethics Office', fr: '' },
      contacts: { en: 'Room 12' },
      emergency: { en: 'Call 112', fr: ' ' },
    }
    expect(mistakesIn({ ...draft, ...english }, 'fr').size).toBe(0)
    expect(describe({ ...draft, ...english }, pack)).toMatchObject({
      name: { en: 'Ethics Office' },
      emergency: { en: 'Call 112' },
    })
    expect(Object.keys(describe({ ...draft, ...english }, pack).emergency)).toEqual(['en'])
    const halves = { ...english, contacts: { fr: 'Bureau 12' } }
    expect([...mistakesIn({ ...draft, ...halves }, 'en')]).toEqual(['contacts.en'])
    expect([...mistakesIn({ ...draft, ...halves }, 'fr')]).toEqual(['name.fr', 'emergency.fr'])
  })

  test('an exit that is no https address and a day that does not exist are refused', () => {
    for (const exitAddress of ['http://example.org/', 'example.org', 'https://', 'javascript:alert(1)']) {
      expect([...mistakesIn({ ...draft, exitAddress }, 'en')]).toEqual(['exitAddress'])
    }
    expect([...mistakesIn({ ...draft, holidays: '2026-02-30' }, 'en')]).toEqual(['holidays'])
    expect(() => describe({ ...draft, holidays: '2026-02-30' }, pack)).toThrow()
  })
})
