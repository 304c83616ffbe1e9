import { roles } from '../roles.ts'
import { base, texts } from './line.ts'
import { day, flag, list, maybe, object, oneOf, orNull, recordOf, type TypeOf, text, whole } from './shape.ts'

/** A document that rules, with the time in which it was in force and the paragraphs that it has. */
export const document = object({
  ...base,
  label: texts,
  help: texts,
  reference: orNull(text),
  owner: maybe(texts),
  /** How its paragraphs are called in a citation, such as "art. {list}", where they are no paragraphs. */
  cited: maybe(texts),
  in_force_from: orNull(day),
  in_force_to: orNull(day),
  superseded_by: orNull(text),
  /** Whether whoever wrote this pack held the text. What rests on a text not held is unsure, and pages say so. */
  held: flag,
  ranges: list(object({ prefix: maybe(text), from: whole, to: whole })),
  listed: list(text),
})

/** A line with a name and no rules of its own: groups, elements, parties, kinds of measure and detriment. */
export const named = object({ ...base, label: texts, help: maybe(texts) })

/**
 * The name of something that steps say or notices hold. Its choices have words here, or are lines of another kind; or it
 * names a person who has one of these roles.
 */
export const term = object({
  ...base,
  label: texts,
  choices: maybe(recordOf(texts)),
  of: maybe(oneOf('interim-measures', 'risk-rows', 'check-ins')),
  people: maybe(list(oneOf(...roles))),
  /** It lists files by their hashes, of which only the number is shown. */
  files: maybe(flag),
})

/** A kind of breach. The reporter may choose one, or none; the office assigns the final ones. */
export const category = object({
  ...base,
  label: texts,
  help: texts,
  group: text,
  subjects: list(text),
  elements: list(text),
  route: text,
  route_if_involved: text,
  urgency: oneOf('normal', 'urgent'),
  imports: list(text),
  exceptions: list(text),
})

/** Who receives a matter first, who takes measures, and who instead if that authority is involved itself. */
export const route = object({
  ...base,
  label: texts,
  help: texts,
  first: text,
  if_involved: text,
  measures_by: orNull(text),
})

/** A limit of a body outside. Shown, never rolled; computed only once the pack's chief confirmed it. */
export const outsideLimit = object({
  ...base,
  label: texts,
  help: texts,
  unit: oneOf('days', 'months'),
  length: orNull(whole),
})

/** A planned check-in: so many days after monitoring began, or when something known in advance happens. */
export const checkIn = object({ ...base, label: texts, help: texts, after_days: orNull(whole), open_days: whole })

/** One row of the matrix: how likely retaliation is, and the level at each seriousness. */
export const riskRow = object({ ...base, label: texts, levels: recordOf(oneOf('low', 'medium', 'high')) })

/** When nothing inside the house is answered: who is told after so many days, at which of their mail addresses. */
export const escalation = object({
  ...base,
  label: texts,
  after_days: whole,
  tells: list(text),
  address: oneOf('first', 'second'),
})
export type EscalationLine = TypeOf<typeof escalation>

/** A day on which the headquarters does not work; its id is the day. */
export const holiday = object({ ...base, id: day, label: texts })
