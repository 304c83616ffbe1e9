import type { Bytes } from '../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { one } from '../ui/dom.ts'
import { errorWords } from './error-words.ts'
import type { Problem } from './errors.ts'
import { keyProblems } from './key-problems.ts'
import type { ReportVault } from './vault.ts'

const INPUT = 'earlier-key'

/** The key of an earlier case, if one was typed. It never stands among the answers: only a signature made with it leaves. */
export interface EarlierKey {
  /** 16 bytes; null where nothing was typed, or nothing that is a key. */
  readonly key: () => Bytes | null
  /** Resolves once what was typed last has been read. */
  readonly ready: () => Promise<unknown>
  /** What is wrong with what was typed, by word or number. */
  readonly problems: () => readonly Problem[]
}

/** Reads the key as soon as it was typed. */
export const wireEarlierKey = (t: ReporterTranslate, vault: Pick<ReportVault, 'readKey'>): EarlierKey => {
  const input = one<HTMLTextAreaElement>(`#${INPUT}`)
  const none = { key: null, problems: [] }
  let read: { readonly key: Bytes | null; readonly problems: readonly Problem[] } = none
  let reading: Promise<unknown> = Promise.resolve()
  const readTyped = async (text: string): Promise<typeof read> => {
    if (text.trim() === '') return none
    const found = await vault.readKey(text)
    return found.ok ? { key: found.key, problems: [] } : { key: null, problems: keyProblems(t, found.problems, INPUT) }
  }
  /** A key that could not be read must not be left out in silence. */
  const failed = (cause: unknown): typeof read => ({
    key: null,
    problems: [{ words: [errorWords(t, cause)], input: INPUT }],
  })
  input.addEventListener('input', () => {
    const text = input.value
    read = none
    reading = readTyped(text)
      .catch(failed)
      .then((found) => {
        // Only what stands there now counts.
        if (text === input.value) read = found
      })
  })
  return { key: () => read.key, ready: () => reading, problems: () => read.problems }
}
