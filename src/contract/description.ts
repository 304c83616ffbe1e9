import * as v from 'valibot'
import { isDay } from '../domain/days.ts'

const perLanguage = v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/)), v.pipe(v.string(), v.maxLength(2_000)))

/** Whether the text is a time zone that this runtime knows, such as `Europe/Paris`. */
function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/**
 * What an office says of itself in a signed statement (PROTOCOL 4.2, kind 1), as JSON. Texts are given per language;
 * a page falls back to English, then to any.
 */
export const descriptionSchema = v.object({
  version: v.literal(1),
  name: v.pipe(perLanguage, v.minEntries(1)),
  /** How else to reach the office: lines of text. */
  contacts: perLanguage,
  /** Whom to call in an emergency. This service is not an emergency line. */
  emergency: perLanguage,
  /** Where the quick exit leads; a neutral page. */
  exitAddress: v.pipe(v.string(), v.url(), v.startsWith('https://'), v.maxLength(300)),
  timeZone: v.pipe(v.string(), v.maxLength(60), v.check(isTimeZone)),
  /** Days on which the headquarters does not work. */
  holidays: v.pipe(v.array(v.pipe(v.string(), v.check(isDay))), v.maxLength(400)),
  /** Hash of the rules in force, base64url. */
  pack: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
})

export type Description = v.InferOutput<typeof descriptionSchema>

/** Reads the JSON of a describe statement; `null` if it is not a description. */
export function descriptionOf(value: unknown): Description | null {
  const result = v.safeParse(descriptionSchema, value)
  return result.success ? result.output : null
}

/** The text for a language, else the English one, else any. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? ''
}
