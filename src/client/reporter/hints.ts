/** Why a sentence may point at the person who wrote it. */
export type HintReason = 'only' | 'address' | 'number' | 'time' | 'name'

export interface Hint {
  readonly sentence: string
  readonly reason: HintReason
}

/**
 * Signs that few people could have written a sentence. They are looked for on the reporter's own device, in the words of
 * any of these languages, and nothing of it is sent. It helps to notice; it promises nothing.
 */
const SIGNS: readonly { readonly reason: HintReason; readonly pattern: RegExp }[] = [
  {
    reason: 'only',
    pattern:
      /\b(only (i|me|one|person|woman|man)|i alone|nobody else|no one else|just the (two|three) of us|only (two|three) of us|the only|je suis (le|la) seule?|seule? à|personne d['’]autre|nous (ne sommes que|sommes seulement) (deux|trois)|soy (el|la) únic[oa]|nadie más)/iu,
  },
  { reason: 'address', pattern: /[^\s@]+@[^\s@]+\.[^\s@]+/u },
  { reason: 'number', pattern: /\p{Nd}(?:[\s./-]?\p{Nd}){6,}/u },
  { reason: 'time', pattern: /\b\p{Nd}{1,2}\s?[:hH]\s?\p{Nd}{2}\b/u },
]

/**
 * The sentences of a text that could point at its author, each with one reason.
 * @param names what the author gave as their own name; a part of two letters or fewer is not looked for
 */
export const hintsIn = (text: string, language: string, names: readonly string[]): Hint[] => {
  const parts = names.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length > 2)
  return sentences(text, language).flatMap((sentence) => {
    if (parts.some((part) => words(sentence).includes(fold(part)))) return [{ sentence, reason: 'name' as const }]
    const sign = SIGNS.find(({ pattern }) => pattern.test(sentence))
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
