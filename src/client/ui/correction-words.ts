import type { Correction } from '../../domain/corrections.ts'
import type { Values } from '../i18n/message.ts'

type Key = 'correct.entry' | 'correct.answer' | 'correct.of-entry' | 'correct.of-answer'

interface Speak {
  (key: Key, values?: Values): string
  has(key: string): boolean
}

/** What an entry puts right, and what was put right of it, each in a sentence; none for most entries. */
export const correctionWords = (
  t: Speak,
  corrections: readonly Correction[],
  sequence: number,
  labelOf: (field: string) => string,
): string[] =>
  corrections.flatMap(({ sequence: old, field, by, day }) => {
    const what = field === null ? {} : { what: labelOf(field) }
    if (by === sequence) return [t(field === null ? 'correct.entry' : 'correct.answer', { ...what, number: old + 1 })]
    if (old !== sequence) return []
    return [t(field === null ? 'correct.of-entry' : 'correct.of-answer', { ...what, number: by + 1, day })]
  })
