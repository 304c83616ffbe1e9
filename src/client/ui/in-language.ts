import type { Texts } from '../../domain/pack/line.ts'

/** A text of the rules in the language of the page; in another one where rules of an earlier time have no text in it. */
export const inLanguage = (
  { language: { tag } }: { readonly language: { readonly tag: string } },
  texts: Texts,
): string => texts[tag] ?? Object.values(texts)[0] ?? ''
