import type { Day } from '../days.ts'
import { faultOf } from './judge.ts'
import type { Author, Done, ProcedureStep, Progress, Setting } from './step.ts'
import { timing } from './timing.ts'

/** A letter of a case, from its first showing on. Its text stays as it was shown. */
export interface Letter {
  readonly id: string
  /** Counts from 1 in the order in which letters were shown. */
  readonly number: number
  readonly recipient: string
  readonly purpose: string
  readonly text: string
  readonly shown: Day
  readonly agreed: Day | null
  /** Why it must go without consent, by two people. */
  readonly needed: { readonly day: Day; readonly reasons: string } | null
  /** One of them has signed, and the other has not. */
  readonly proposed: ProcedureStep | null
  /** The files that it was sealed into: their SHA-256, and by which choice of the pack the key went. */
  readonly files: readonly { readonly day: Day; readonly digest: string; readonly keyWay: string }[]
  readonly sent: Day | null
  readonly served: Day | null
  readonly answer: { readonly day: Day; readonly text: string } | null
}

/** The letters of a case, in the order in which they were shown. */
export function lettersOf({ history, proposals }: Progress): readonly Letter[] {
  const shown = history.filter(({ transition }) => transition.id === 'show-letter')
  return shown.map(({ facts, day }, index) => {
    const id = facts.letter ?? ''
    const found = (transition: string): Done | undefined =>
      history.findLast((done) => done.transition.id === transition && done.facts.letter === id)
    const needed = found('record-letter-necessity')
    const answer = found('record-letter-answer')
    return {
      ...{ id, number: index + 1, shown: day },
      ...{ recipient: facts.recipient ?? '', purpose: facts.purpose ?? '', text: facts.text ?? '' },
      agreed: found('consent-to-letter')?.day ?? null,
      needed: needed ? { day: needed.day, reasons: needed.facts.reasons ?? '' } : null,
      proposed:
        proposals.find((step) => step.transition === 'record-letter-necessity' && step.facts?.letter === id) ?? null,
      files: history
        .filter((done) => done.transition.id === 'seal-letter' && done.facts.letter === id)
        .map((done) => ({ day: done.day, digest: done.facts.digest ?? '', keyWay: done.facts.key_way ?? '' })),
      sent: found('send-letter')?.day ?? null,
      served: found('record-letter-service')?.facts.on ?? null,
      answer: answer ? { day: answer.day, text: answer.facts.text ?? '' } : null,
    }
  })
}

/** A letter that a step speaks of, by its number and recipient; null for another fact, or for no letter that was shown. */
export function letterWords(progress: Progress, fact: string, value: string): string | null {
  const letter = fact === 'letter' ? lettersOf(progress).find(({ id }) => id === value) : undefined
  return letter ? `${letter.number}, ${letter.recipient}` : null
}

/** A name for the next letter of a case. */
export function nextLetter(progress: Progress): string {
  return `letter-${lettersOf(progress).length + 1}`
}

/** The last day of the notice before a letter without consent; null while none runs. */
export function noticeOver(setting: Setting, progress: Progress, today: Day): Day | null {
  return timing(setting, progress, 'letter-notice', today)?.last ?? null
}

/** The guard that keeps this person from a step about a letter today, or null. */
export function letterFault(
  setting: Setting,
  progress: Progress,
  author: Author,
  today: Day,
  step: Pick<ProcedureStep, 'transition' | 'facts' | 'seconds'>,
): string | null {
  return faultOf(setting, { ...progress, day: today }, { ...step, author, day: today, sequence: -1 })
}
