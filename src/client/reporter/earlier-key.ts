import type { Bytes } from '../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { one } from '../ui/dom.ts'
import type { Problem } from './errors.ts'
import { keyProblems } from './key-problems.ts'
import type { ReportVault } from './vault.ts'

const INPUT = 'earlier-key'

/** The key of an earlier case, if one was typed. It never stands among the answers: only a signature made with it leaves. */
export interface EarlierKey {
  /** 16 bytes; null where nothing was typed, or nothing that is a key. */
  readonly key: () => Bytes | null
  /** What is wrong with what was typed, by word or number. */
  readonly problems: () => readonly Problem[]
}

/** Reads the key as soon as it was typed. */
export const wireEarlierKey = (t: ReporterTranslate, vault: Pick<ReportVault, 'readKey'>): EarlierKey => {
  const input = one<HTMLTextAreaElement>(`#${INPUT}`)
  let read: { readonly key: Bytes | null; readonly problems: readonly Problem[] } = { key: null, problems: [] }
  input.addEventListener('input', async () => {
    const text = input.value
    // What is being typed is no key yet, and must not be taken for the one before.
    read = { key: null, problems: text.trim() === '' ? [] : keyProblems(t, [{ code: 'checksum' }], INPUT) }
    if (text.trim() === '') return
    const found = await vault.readKey(text)
    if (text !== input.value) return
    read = found.ok ? { key: found.key, problems: [] } : { key: null, problems: keyProblems(t, found.problems, INPUT) }
  })
  return { key: () => read.key, problems: () => read.problems }
}
