import { tongueOfWords } from '../i18n/key-words.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h, svg } from '../ui/dom.ts'
import { seam } from '../ui/draw/cut.ts'
import { saveText } from './save.ts'

/** A case key as it is shown: 12 words, the 12 numbers that mean the same, and the hash that its cut is drawn from. */
export interface ShownKey {
  readonly words: readonly string[]
  readonly digits: readonly string[]
  readonly addressHash: Uint8Array
}

/** The word that the cut goes through. It is not a sentence of any language. */
const CUT_WORD = [...'GOODFAITH']

/** Draws the two halves: the office's, the word cut through, and the reporter's with the words and numbers. */
export const showKey = (t: ReporterTranslate, key: ShownKey, officeHalf: string): void => {
  const { half, kerf } = seam(key.addressHash)
  byId('halves').replaceChildren(
    h('div', { class: 'office noprint' }, h('b', {}, t('key.office.title')), h('br'), officeHalf),
    h(
      'div',
      { class: 'seam', 'aria-hidden': 'true' },
      svg(half),
      h('b', { class: 'noprint' }, ...CUT_WORD.map((letter) => h('i', {}, letter))),
      svg(kerf),
    ),
    h(
      'div',
      { class: 'yours' },
      h('h2', { class: 'noprint' }, t('key.yours.title')),
      h('p', { class: 'quiet noprint' }, t('key.yours.text')),
      h(
        'ol',
        { class: 'words', 'aria-label': t('key.yours.title'), lang: tongueOfWords(t.language), translate: 'no' },
        ...key.words.map((word, index) => line(word, key.digits[index] ?? '')),
      ),
    ),
  )
  byId('key-print').onclick = () => print()
  byId('key-save').onclick = () => saveText('words.txt', keyText(key))
}

const line = (word: string, digits: string): HTMLLIElement => h('li', {}, h('b', {}, word), h('code', {}, digits))

/** The file: the words, the numbers and nothing else. */
const keyText = ({ words, digits }: ShownKey): string =>
  words.map((word, index) => `${index + 1}  ${word}  ${digits[index] ?? ''}\n`).join('')
