import { type HintReason, signs } from './hint-signs.ts'

/** A sentence that could point at its author, and why. */
export interface Hint {
  readonly sentence: string
  readonly reason: HintReason
}

/**
 * The sentences of a text that could point at its author, each with one reason. They are looked for on the reporter's own
 * device, and nothing of it is sent. It helps to notice; it promises nothing.
 * @param names what the author gave as their own name; a part of two letters or fewer is not looked for
 */
export const hintsIn = (text: string, language: string, names: readonly string[]): Hint[] => {
  const parts = names.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length > 2)
  return sentences(text, language).flatMap((sentence) => {
    if (parts.some((part) => words(sentence).includes(fold(part)))) return [{ sentence, reason: 'name' as const }]
    const sign = signs.find(({ pattern }) => pattern.test(sentence))
    return sign === undefined ? [] : [{ sentence, reason: sign.reason }]
  })
}

const sentences = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '')

const words = (sentence: string): string[] => fold(sentence).split(/[^\p{L}]+/u)

/** Capital letters and accents do not matter. */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
