/** Texts by the tag of a language, such as `fr`. A page falls back to English, then to any. */
type Texts = Readonly<Record<string, string>>

/** What an office says of itself in a signed statement (PROTOCOL 4.2, kind 1), as JSON. */
export interface Description {
  readonly version: 1
  readonly name: Texts
  /** How else to reach the office: lines of text. */
  readonly contacts: Texts
  /** Whom to call in an emergency. This service is not an emergency line. */
  readonly emergency: Texts
  /** Where the quick exit leads; a neutral page. */
  readonly exitAddress: string
  /** By which it is decided what day it is: signed here, since days are counted before any rules hold. */
  readonly timeZone: string
  /** Hash of the rules in force, base64url. */
  readonly pack: string
}

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): value is Texts =>
  isObject(value) &&
  Object.entries(value).every(
    ([language, text]) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(language) && isText(text, 2_000),
  )

/** Whether the text is a time zone that this runtime knows, such as `Europe/Paris`. */
function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** A secure address whose host is letters, digits, dots and hyphens: one that every browser can go to at once. */
const address = /^https:\/\/[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?(?:[/?#]\S*)?$/u

/** What each part must be. Plain functions instead of a schema: every page of the reporter carries them. */
const parts: { readonly [Part in keyof Description]: (value: unknown) => boolean } = {
  version: (value) => value === 1,
  name: (value) => isTexts(value) && Object.keys(value).length > 0,
  contacts: isTexts,
  emergency: isTexts,
  exitAddress: (value) => isText(value, 300) && address.test(value),
  timeZone: (value) => isText(value, 60) && isTimeZone(value),
  pack: (value) => isText(value, 43) && /^[\w-]{43}$/.test(value),
}

/** Reads the JSON of a describe statement; `null` if it is not a description. What it holds beside that is left out. */
export function descriptionOf(value: unknown): Description | null {
  if (!isObject(value)) return null
  const checks = Object.entries(parts)
  if (!checks.every(([part, holds]) => Object.hasOwn(value, part) && holds(value[part]))) return null
  return Object.fromEntries(checks.map(([part]) => [part, value[part]])) as unknown as Description
}

/** The text for a language, else the English one, else any. */
export function inLanguage(texts: Texts, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? ''
}
