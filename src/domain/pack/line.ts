import { day, list, maybe, object, oneOf, orNull, recordOf, type TypeOf, text } from './shape.ts'

/** Where a rule stands: a document of the pack and its paragraphs, as that document numbers them. */
export const source = object({ document: text, paragraphs: list(text) })

/** What the rule rests on, and which chief confirmed it. An analogy or a local rule holds until confirmed or changed. */
export const mark = object({
  provenance: oneOf('source', 'analogy', 'local'),
  confirmed_by: orNull(text),
  confirmed_on: orNull(day),
})

/** A text in every language that the pack declares, by language tag. */
export const texts = recordOf(text)
export type Texts = TypeOf<typeof texts>

/** What every line of a pack has. */
export const base = { id: text, source, also: maybe(list(source)), mark }
export type Line = TypeOf<ReturnType<typeof object<typeof base>>>
