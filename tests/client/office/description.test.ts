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
}

const pack = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

group('what a chief types about the office', () => {
  test('a complete draft is signed as it was typed', () => {
    expect(mistakesIn(draft, 'en').size).toBe(0)
    const description = describe(draft, pack)
    expect(description.name.fr).toBe('Bureau d’éthique')
    expect(description.pack).toBe(pack)
    expect(draftOf(description)).toEqual(draft)
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

  test('an exit that is no https address is refused', () => {
    for (const exitAddress of ['http://example.org/', 'example.org', 'https://', 'javascript:alert(1)']) {
      expect([...mistakesIn({ ...draft, exitAddress }, 'en')]).toEqual(['exitAddress'])
    }
    expect(() => describe({ ...draft, timeZone: 'Europe/Atlantis' }, pack)).toThrow()
  })
})
