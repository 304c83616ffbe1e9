import type { Fields } from './fields.ts'

/** What a sealed body says of a file that its entry brings. The file's hash stands in the signed header besides. */
export interface EvidenceFile {
  /** Of the sealed file, as in the header; base64url of 32 bytes. */
  readonly hash: string
  /** What opens it; base64url of 32 bytes. */
  readonly key: string
  /** True size in bytes. */
  readonly size: number
  /** As its author wants it called; it is shown and never trusted. */
  readonly name: string
  /** What its author takes it for, as a media type; empty where unknown. */
  readonly type: string
  /** What was taken out of it before it was sealed, in the words or codes of whoever did; empty where nothing was. */
  readonly cleaned: string
  /** The act of a request that it shows, by its name in the procedure; left out where it shows none alone. */
  readonly act?: string | undefined
}

const prefix = 'file.'
/** As `actId` makes them. */
const actName = /^act-[1-9]\d{0,2}$/
const keyText = /^[\w-]{43}$/

/** Files as fields of a body, one each, so that each can later be disclosed alone with the key that opens it. */
export const fileFields = (files: readonly EvidenceFile[]): Fields =>
  Object.fromEntries(
    files.map(({ hash, key, size, name, type, cleaned, act }, place) => [
      `${prefix}${place + 1}`,
      JSON.stringify({ hash, key, size, name, type, cleaned, act }),
    ]),
  )

/** The files that a body says its entry brings, in their order; what is not of the form is left out. */
export const filesIn = (fields: Fields): readonly EvidenceFile[] =>
  Object.entries(fields).flatMap(([name, value]) => (/^file\.[1-9]\d?$/.test(name) ? (fileOf(value) ?? []) : []))

function fileOf(text: string): EvidenceFile | null {
  const { hash, key, size, name, type, cleaned, act } = recordOf(text)
  const texts = [hash, key, name, type, cleaned]
  if (!texts.every((each) => typeof each === 'string') || !Number.isSafeInteger(size) || Number(size) < 0) return null
  const shows = typeof act === 'string' && actName.test(act) ? { act } : {}
  const file = { hash, key, size, name, type, cleaned, ...shows } as EvidenceFile
  return keyText.test(file.hash) && keyText.test(file.key) ? file : null
}

function recordOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? { ...value } : {}
  } catch {
    return {}
  }
}
