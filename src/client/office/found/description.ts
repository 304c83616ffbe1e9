import { type Description, descriptionOf } from '../../../contract/description.ts'
import { languages } from '../../i18n/languages.ts'
import { NEUTRAL_EXIT } from '../../ui/exit-address.ts'
import { toBase64 } from '../net/base64.ts'

/** What is typed about the office before it becomes a signed description. */
export interface DescriptionDraft {
  readonly name: Readonly<Record<string, string>>
  readonly contacts: Readonly<Record<string, string>>
  readonly emergency: Readonly<Record<string, string>>
  readonly exitAddress: string
  readonly timeZone: string
}

/** What reporters read of the office, in their language. */
export const texts = ['name', 'contacts', 'emergency'] as const
const inEveryLanguage = (): Record<string, string> => Object.fromEntries(languages.map(({ tag }) => [tag, '']))

/** An empty draft, or one filled from the description that stands. */
export const draftOf = (description: Description | null): DescriptionDraft => ({
  name: { ...inEveryLanguage(), ...description?.name },
  contacts: { ...inEveryLanguage(), ...description?.contacts },
  emergency: { ...inEveryLanguage(), ...description?.emergency },
  exitAddress: description?.exitAddress ?? NEUTRAL_EXIT,
  timeZone: description?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
})

/**
 * What is missing or wrong, by field: `name.fr`, `exitAddress`. Empty when the draft can be signed: with every
 * text in one language, this page's if in none. Others may follow; until then their readers see what there is.
 */
export const mistakesIn = (draft: DescriptionDraft, language: string): ReadonlySet<string> => {
  const missingIn = (tag: string) => texts.filter((field) => !draft[field][tag]?.trim())
  const isComplete = languages.some(({ tag }) => missingIn(tag).length === 0)
  const missing = isComplete ? [] : missingIn(language).map((field) => `${field}.${language}`)
  const address = /^https:\/\/[^\s/]+\.[^\s]+$/.test(draft.exitAddress.trim()) ? [] : ['exitAddress']
  return new Set([...missing, ...address])
}

/**
 * The description to sign. `pack` is the hash of the rules that hold.
 * @throws Error if the draft still has mistakes
 */
export const describe = (draft: DescriptionDraft, pack: string): Description => {
  const description = descriptionOf({
    version: 1,
    ...Object.fromEntries(texts.map((field) => [field, trimmed(draft[field])])),
    exitAddress: draft.exitAddress.trim(),
    timeZone: draft.timeZone,
    pack,
  })
  if (description === null) throw new Error('the description has mistakes')
  return description
}

/** SHA-256 of something as JSON, base64url: how a statement names the texts that readers are shown. */
export const digestOf = async (value: unknown): Promise<string> =>
  toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)))))

const trimmed = (text: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(text).flatMap(([tag, value]) => (value.trim() === '' ? [] : [[tag, value.trim()]])))
