import type { Calendar, Day } from './days.ts'
import { nextOwed, whatIsOwed } from './owed.ts'
import { withEffect } from './procedure/history.ts'
import type { History } from './procedure/step.ts'
import { type CaseKind, caseKinds, type State, states } from './states.ts'
import type { Step } from './steps.ts'
import type { Standing } from './tell-case.ts'

/** What the inbox shows of a case before it is opened; sealed into 472 bytes (PROTOCOL 7). */
export interface Summary {
  readonly title: string
  readonly kind: CaseKind
  readonly state: State
  /** For a request: where it stands in its procedure, as an id of its rules. */
  readonly place?: string
  /** For a request: the beginnings of the ids of those who declared that they are in no conflict (`maySeeTitle`). */
  readonly declared?: string
  readonly received: Day
  readonly owed: { readonly what: string; readonly due: Day } | null
  /** Who spoke last: what is unread, and for whom one waits. */
  readonly last: 'reporter' | 'office'
}

type Report = Extract<Step, { type: 'report' }>

/** Characters of a title; in UTF-8 at most 240 bytes, which leaves room for the rest of the summary. */
const titleLength = 60

/** The summary of a case as it stands, under the title that the office or the reporter gave. */
export function summarise({ story, progress }: Standing, title: string): Summary {
  const owed = nextOwed(story)
  return {
    title: shorten(title),
    kind: story.kind,
    state: story.state,
    ...(progress && { place: progress.at.main.state, declared: declaredIn(progress.history) }),
    received: story.received,
    owed: owed && { what: owed.what, due: owed.due },
    last: (story.lastFromOffice ?? -1) > story.lastFromReporter ? 'office' : 'reporter',
  }
}

/** Four characters of an id tell the few people of an office apart; more than six would not fit. */
const markLength = 4
const mostMarks = 6

/** Those who declared; the newest are left out where they do not fit, and then have to open the case to see its title. */
function declaredIn(history: History): string {
  const ids = withEffect(history, 'declare-none').map(({ signers }) => signers[0].id.slice(0, markLength))
  return [...new Set(ids)].slice(0, mostMarks).join('')
}

/** Whether somebody may be shown the title: a case that goes by the rules tells nothing to whoever has not declared first. */
export function maySeeTitle({ kind, declared = '' }: Summary, id: string): boolean {
  const marks: readonly string[] = declared.match(/.{4}/gs) ?? []
  return kind === 'report' || marks.includes(id.slice(0, markLength))
}

/** The summary of a report that has just been made: what its whole story would come to, without telling it. */
export function firstSummary(report: Report, received: Day, calendar: Calendar): Summary {
  return {
    title: shorten(report.title ?? titleFrom(report.story)),
    kind: report.kind,
    state: 'received',
    received,
    owed: firstOwed(received, calendar),
    last: 'reporter',
  }
}

/** What is owed first to whoever wrote, before anybody answered. */
function firstOwed(received: Day, calendar: Calendar): Summary['owed'] {
  const owed = nextOwed({
    owed: whatIsOwed(received, { acknowledged: null, answered: null, over: false }, calendar),
  })
  return owed && { what: owed.what, due: owed.due }
}

/**
 * A summary whose author could not know on which day it would be received, since it travelled as a file: what is owed
 * counts from the receipt (PROTOCOL 6.7). Whoever writes next in the case makes it anew.
 */
export function countedFrom(summary: Summary, received: Day, calendar: Calendar): Summary {
  if (summary.received >= received || summary.state !== 'received') return summary
  return { ...summary, received, owed: summary.owed && firstOwed(received, calendar) }
}

/** A title from the first words of an account, for a report that has none. */
export function titleFrom(story: string): string {
  return shorten(story.trim().split(/[\r\n]/, 1)[0] ?? '')
}

/** Reads the JSON of an opened summary; `null` if it is not one. */
export function summaryOf(value: unknown): Summary | null {
  if (typeof value !== 'object' || value === null) return null
  const { title, kind, state, place, declared, received, owed, last } = value as Record<string, unknown>
  const known = caseKinds.includes(kind as CaseKind) && states.includes(state as State)
  if (typeof title !== 'string' || typeof received !== 'string' || !known) return null
  if (last !== 'reporter' && last !== 'office') return null
  const base = { title, kind: kind as CaseKind, state: state as State, received, owed: owedOf(owed), last } as const
  return {
    ...base,
    ...(typeof place === 'string' && { place }),
    ...(typeof declared === 'string' && { declared }),
  }
}

function owedOf(value: unknown): Summary['owed'] {
  if (typeof value !== 'object' || value === null) return null
  const { what, due } = value as Record<string, unknown>
  return typeof what === 'string' && typeof due === 'string' ? { what, due } : null
}

function shorten(text: string): string {
  // JSON writes what has no sign of its own in six bytes, so that sixty of them would not fit.
  const signs = text
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
  const characters = Array.from(signs)
  if (characters.length <= titleLength) return characters.join('')
  const cut = characters.slice(0, titleLength - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > titleLength / 2 ? cut.slice(0, space) : cut}…`
}
