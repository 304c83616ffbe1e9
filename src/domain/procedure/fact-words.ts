import { type Day, isDay } from '../days.ts'
import type { Texts } from '../pack/line.ts'
import type { Pack } from '../pack/pack.ts'
import { byId } from '../pack/rules.ts'
import { choiceLabel, inLanguage, termOf } from '../pack/words.ts'
import { hashesIn } from './annexes.ts'

/** How days, lists and people are called in a language: what the pack cannot know. */
export interface Naming {
  /** A language tag; the pack's first language stands in for one that it does not have. */
  readonly language: string
  readonly day: (day: Day) => string
  readonly list: (items: readonly string[]) => string
  /** A name and what is said of it, with the colon as the language sets it. */
  readonly labelled: (label: string, value: string) => string
  /** The name of a person by the id that steps name them with. */
  readonly person: (id: string) => string
}

/** What a step says, in words: a choice by its label, a day, a person by name, lines of the pack by theirs; else as written. */
export function factWords(pack: Pack, name: string, value: string, naming: Naming): string {
  const label = choiceLabel(pack, name, value)
  if (label) return inLanguage(pack, label, naming.language)
  if (isDay(value)) return naming.day(value)
  const term = termOf(pack, name)
  if (term?.people) return naming.person(value)
  if (term?.files) return String(hashesIn(value).length)
  const labels = term?.of ? labelsOf(pack[term.of], value, (texts) => inLanguage(pack, texts, naming.language)) : null
  return labels ? naming.list(labels) : value
}

/** The labels of ids with blanks between them; null if any of them is no such line. */
function labelsOf(
  lines: readonly { readonly id: string; readonly label: Texts }[],
  ids: string,
  say: (texts: Texts) => string,
): readonly string[] | null {
  const had = byId(lines)
  const labels = ids.split(/[\s,]+/).map((id) => had.get(id)?.label)
  return labels.every((label) => label !== undefined) ? labels.map(say) : null
}
