/** How many words of a kit are typed back. */
const ASKED = 4

/**
 * Which words are asked for, counted from 0: one from each stretch of the sheet, so that a page that was only half
 * printed is noticed.
 *
 * @param random one byte for each word that is asked for
 */
export const askedPlaces = (total: number, random: Uint8Array): readonly number[] =>
  Array.from({ length: ASKED }, (_, index) => {
    const stretch = total / ASKED
    return Math.floor(index * stretch) + ((random[index] ?? 0) % Math.floor(stretch))
  })

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()

/** The places, of those asked for, where what was typed is not the word on the sheet. */
export const wrongPlaces = (
  words: readonly string[],
  asked: readonly number[],
  typed: readonly string[],
): readonly number[] => asked.filter((place, index) => plain(typed[index] ?? '') !== plain(words[place] ?? ''))
