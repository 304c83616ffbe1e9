import { type HintReason, signs } from './hint-signs.ts'

/** A sentence that could point at its author, and why. */
export interface Hint {
  readonly sentence: string
  readonly reason: HintReason
}

/**
 * The sentences of a text that could point at its author, each with one reason. They are looked for on the reporter's own
 * device, and nothing of it is sent. It helps to notice; it promises nothing.
 * @param names what the author gave as their own name
 */
export const hintsIn = (text: string, language: string, names: readonly string[]): Hint[] => {
  return sentences(text, language).flatMap((sentence) => {
    if (holdsName(sentence, names)) return [{ sentence, reason: 'name' as const }]
    const sign = signs.find(({ pattern }) => pattern.test(sentence))
    return sign === undefined ? [] : [{ sentence, reason: sign.reason }]
  })
}

/** Whether a text holds a part of one of these names as a word; a part of two letters or fewer is not looked for. */
export const holdsName = (text: string, names: readonly string[]): boolean => {
  const held = new Set(words(text))
  const parts = names.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length > 2)
  return parts.some((part) => held.has(fold(part)))
}

const sentences = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '')

/** Words also begin with a capital letter in the middle, as they do in names of files. */
const words = (text: string): string[] =>
  [text, text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')].flatMap((each) => fold(each).split(/[^\p{L}]+/u))

/** Capital letters and accents do not matter. */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
