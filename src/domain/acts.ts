import { type Day, daysBetween, isDay } from './days.ts'

/** The parts of an act: days first, then words. `type` is an id of the pack's detriments; all of them may be left open. */
export const actDays = ['known', 'taken', 'notified'] as const
export const actWords = ['about', 'by', 'effect', 'witness', 'document'] as const
export const witnessAnswers = ['yes', 'first', 'no'] as const

/** One act against the protected person, as the requester knows it. */
export interface Act {
  readonly type?: string
  /** When the person came to know of it, when it was done, when they were formally told. */
  readonly known?: Day
  readonly taken?: Day
  readonly notified?: Day
  /** When, in words, where no day is known. */
  readonly about?: string
  readonly by?: string
  readonly effect?: string
  readonly witness?: string
  readonly document?: string
  /** Whether the office may speak with the witness. */
  readonly witness_ask?: (typeof witnessAnswers)[number]
}

/** Far more than anybody lists; a longer list was not made by our form. */
const mostActs = 100

/** The parts in the order in which they are sealed, each with what makes a text a valid one. */
const parts: readonly (readonly [name: keyof Act, holds: (text: string) => boolean])[] = [
  ['type', (text) => text !== ''],
  ...actDays.map((name) => [name, isDay] as const),
  ...actWords.map((name) => [name, (text: string) => text !== ''] as const),
  ['witness_ask', (text) => (witnessAnswers as readonly string[]).includes(text)],
]

/** Keeps of a value the parts that an act has and that hold. */
const readAct = (value: unknown): Act => {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    parts.flatMap(([name, holds]) => {
      const part = Object.hasOwn(given, name) ? given[name] : undefined
      const text = typeof part === 'string' ? part.trim() : ''
      return holds(text) ? [[name, text]] : []
    }),
  )
}

/** Whether nothing at all was said of an act. */
export function isEmptyAct(act: Act): boolean {
  return Object.keys(act).length === 0
}

/** Reads the sealed field `acts`. `null` if it is no list that the form could have made; parts that do not hold are left out. */
export function parseActs(text: string): readonly Act[] | null {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(list) || list.length > mostActs) return null
  return list.map(readAct)
}

/** The acts as the sealed field `acts`: a JSON array. Acts of which nothing was said are left out; empty if none is left. */
export function actsText(acts: readonly Act[]): string {
  const given = acts.map(readAct).filter((act) => !isEmptyAct(act))
  return given.length === 0 ? '' : JSON.stringify(given)
}

/** The day that an act stands at in a timeline: when it was done, else when the person was told, else when they learnt of it. */
export function dayOfAct({ taken, notified, known }: Act): Day | null {
  return taken ?? notified ?? known ?? null
}

/** The day from which the limits of an appeal are counted: when the person was told, else when it was done or learnt of. */
export function appealStart({ taken, notified, known }: Act): Day | null {
  return notified ?? taken ?? known ?? null
}

/** An act in the timeline. `number` counts from 1 as the acts were given. */
export interface DatedAct {
  readonly number: number
  readonly day: Day
  readonly act: Act
  /** Whole days from the protected activity; negative if the act came first. */
  readonly since: number
}

/** The protected activity and the acts whose days are known, the earliest first. */
export interface Course {
  readonly from: Day
  readonly acts: readonly DatedAct[]
}

/** Counts the days from the protected activity to each act. `null` while the day of the activity or of every act is open. */
export function courseOf(from: string | undefined, acts: readonly Act[]): Course | null {
  if (from === undefined || !isDay(from)) return null
  const dated = acts.flatMap((act, index) => {
    const day = dayOfAct(act)
    return day === null ? [] : [{ number: index + 1, day, act, since: daysBetween(from, day) }]
  })
  return dated.length === 0 ? null : { from, acts: dated.toSorted((a, b) => a.since - b.since || a.number - b.number) }
}
