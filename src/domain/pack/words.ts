import type { Texts } from './line.ts'
import type { LineOf, Pack } from './pack.ts'
import { byId } from './rules.ts'

/** A text of the pack in this language, else in the first language that the pack declares. */
export function inLanguage(pack: Pack, texts: Texts, language: string): string {
  return texts[language] ?? texts[pack.about.languages[0] ?? ''] ?? ''
}

/** The name of something that a step says, or null for a name that the pack does not have. */
export function termOf(pack: Pack, name: string): LineOf<'terms'> | null {
  return byId(pack.terms).get(name) ?? null
}

/** Facts in the order in which the pack names them: an object of the pack keeps none. */
export function inOrder<Value>(
  pack: Pack,
  facts: Readonly<Record<string, Value>>,
): readonly (readonly [string, Value])[] {
  const place = new Map(pack.terms.map(({ id }, index) => [id, index]))
  return Object.entries(facts).toSorted(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
}

/** The words for a choice of a fact, or null where the pack has none. */
export function choiceLabel(pack: Pack, fact: string, choice: string): Texts | null {
  const term = termOf(pack, fact)
  const own = term?.choices?.[choice]
  if (own || !term?.of) return own ?? null
  return byId<{ readonly id: string; readonly label: Texts }>(pack[term.of]).get(choice)?.label ?? null
}

/** The same in a language; the choice itself where the pack has no words for it. */
export function choiceWords(pack: Pack, fact: string, choice: string, language: string): string {
  const label = choiceLabel(pack, fact, choice)
  return label ? inLanguage(pack, label, language) : choice
}

/** The words for what was said of an act, an item or a check-in; its own id where the pack has none. */
export function verdictLabel(pack: Pack, verdict: string, language: string): string {
  const line = byId(pack.verdicts).get(verdict)
  return line ? inLanguage(pack, line.label, language) : verdict
}

/** The names of the values that a text of the pack holds, such as `{day}`. */
export function valuesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))]
}
