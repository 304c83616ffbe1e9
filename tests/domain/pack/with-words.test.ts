import { describe, expect, it } from 'vitest'
import { checkPack, describeProblem } from '../../../src/domain/pack/check/check-pack.ts'
import type { PackFiles } from '../../../src/domain/pack/pack.ts'
import { withWords } from '../../../src/domain/pack/with-words.ts'
import { modelFolder } from '../../../src/domain/packs/model/folder.ts'

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The model folder after somebody changed what one file of French words holds. */
const changed = (file: string, change: (words: Words) => Words): PackFiles => ({
  ...modelFolder,
  [file]: change(modelFolder[file] as Words),
})

const faults = (folder: PackFiles, languages = ['en', 'fr']): string[] =>
  checkPack(withWords(folder, languages)).map(describeProblem)

describe('the words of the rules', () => {
  it('come to their lines, in every language, the deep ones too', () => {
    const files = withWords(
      {
        'pack.json': { id: 'small', version: '1' },
        'terms.json': [{ id: 'limit', of: 'check-ins' }],
        'words/en/pack.json': { small: { label: 'Small' } },
        'words/en/terms.json': { limit: { label: 'Limit', 'choices.on': 'Yes' } },
        'words/eo/terms.json': { limit: { label: 'Limo', 'choices.on': 'Jes' } },
        'words/vo/terms.json': { limit: { label: 'Mied' } },
      },
      ['en', 'eo'],
    )
    expect(files).toEqual({
      'pack.json': { id: 'small', version: '1', label: { en: 'Small' }, languages: ['en', 'eo'] },
      'terms.json': [
        {
          ...{ id: 'limit', of: 'check-ins', label: { en: 'Limit', eo: 'Limo' } },
          choices: { on: { en: 'Yes', eo: 'Jes' } },
        },
      ],
    })
  })

  it('are missed by file and line', () => {
    const file = 'words/fr/guards.json'
    const silent = changed(file, ({ 'case-open': _, ...others }) => others)
    expect(faults(silent)).toEqual(
      expect.arrayContaining([
        `${file}: case-open: missing translation: label`,
        `${file}: case-open: missing translation: exit`,
      ]),
    )
    const nameless = changed('words/fr/pack.json', () => ({}))
    expect(faults(nameless)).toEqual(['words/fr/pack.json: model: missing translation: label'])
  })

  it('are missed in a language that has none', () => {
    const missing = faults(modelFolder, ['en', 'fr', 'eo'])
    const texts = Object.entries(modelFolder)
      .filter(([file]) => file.startsWith('words/en/'))
      .flatMap(([, words]) => Object.values(words as Words).flatMap(Object.keys))
    expect(missing).toHaveLength(texts.length)
    expect(missing).toContain('words/eo/notices.json: N1: missing translation: body')
  })

  it('of a line that the rules do not have are refused', () => {
    const stray = changed('words/fr/notices.json', (words) => ({ ...words, N99: { label: 'Rien' } }))
    expect(() => withWords(stray, ['en', 'fr'])).toThrow('words/fr/notices.json: N99: no line of the rules has this id')
    expect(faults(stray, ['en'])).toEqual([])
  })

  it('hold the same values in every language, whatever the field', () => {
    const file = 'words/fr/states.json'
    const other = changed(file, (words) => ({ ...words, informal: { ...words.informal, label: 'Avant le {day}' } }))
    expect(faults(other)).toEqual([`${file}: informal: label uses other values than: none`])
  })
})
