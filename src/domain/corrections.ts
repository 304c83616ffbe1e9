import type { Day } from './days.ts'
import type { Step } from './steps.ts'

/** What a message puts right: an earlier entry of the same author, or one answer in it. What stood there stays. */
export interface Target {
  /** Of the entry, in the shared lane. */
  readonly sequence: number
  /** The field of that entry's body; null for all of it. */
  readonly field: string | null
}

/** A correction that counts: what it corrects, and the entry that says so. */
export interface Correction extends Target {
  readonly by: number
  readonly day: Day
}

/** An entry of the shared lane as far as it matters here. */
interface Said {
  readonly sequence: number
  readonly day: Day
  readonly author: unknown
  /** The further key by which the reporter's side wrote it, if it was not the reporter's own. */
  readonly further?: { readonly id: unknown } | null | undefined
  readonly step: Step | null
}

/** A target as the field `corrects` of a message names it. */
export const targetText = ({ sequence, field }: Target): string =>
  field === null ? `${sequence}` : `${sequence} ${field}`

/** Every correction among these entries. One of somebody else's words, of a later entry or of nothing does not count. */
export const correctionsIn = (entries: readonly Said[]): Correction[] =>
  entries.flatMap(({ sequence: by, day, author, further, step }) => {
    const target = step?.type === 'message' ? targetOf(step.corrects) : null
    const old = entries.find(({ sequence }) => sequence === target?.sequence)
    if (target === null || old === undefined || target.sequence >= by || old.author !== author) return []
    if (old.further?.id !== further?.id) return []
    const stands = target.field === null || Object.hasOwn(old.step ?? {}, target.field)
    return stands ? [{ ...target, by, day }] : []
  })

const targetOf = (text = ''): Target | null => {
  const [, sequence, field = null] = /^(\d{1,9})(?: ([a-z_]+))?$/.exec(text) ?? []
  return sequence === undefined ? null : { sequence: Number(sequence), field }
}
