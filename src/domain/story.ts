import { addDays, type Calendar, type Day, rollOn } from './days.ts'
import { type Owed, whatIsOwed } from './owed.ts'
import {
  type CaseKind,
  officeMoves,
  type ReportingMode,
  readmissionDays,
  type State,
  withdrawalDays,
} from './states.ts'
import type { Step } from './steps.ts'
import type { Told } from './told.ts'

export { nextOwed, type Owed } from './owed.ts'
export type { Told } from './told.ts'

/** What the steps of a case add up to. Every reader computes it alike; nobody stores it. */
export interface Story {
  readonly kind: CaseKind
  readonly mode: ReportingMode
  readonly language: string
  readonly received: Day
  readonly state: State
  readonly since: Day
  readonly owed: readonly Owed[]
  readonly withdrawal: { readonly day: Day; readonly undoUntil: Day } | null
  /** The officer who proposed to close; it takes effect if a different one agrees next. */
  readonly closing: { readonly author: string; readonly sequence: number } | null
  readonly identityOpenings: readonly { readonly day: Day; readonly author: string; readonly reason: string }[]
  readonly lastFromOffice: number | null
  readonly lastFromReporter: number
  /** Steps without effect, with the rule that each one breaks. */
  readonly voids: ReadonlyMap<number, string>
}

export type VoidRule =
  | 'step.not_first'
  | 'step.only_office'
  | 'step.only_reporter'
  | 'step.no_such_move'
  | 'step.nothing_to_undo'
  | 'step.too_late_to_undo'
  | 'step.already_withdrawn'
  | 'step.no_procedure'
  | 'step.key_waits'

interface Draft {
  state: State
  since: Day
  beforeWithdrawal: State
  withdrawal: { day: Day; undoUntil: Day } | null
  acknowledged: Day | null
  answered: Day | null
  closing: { author: string; sequence: number } | null
  /** By the key of somebody who was readmitted, the last day of its wait. */
  readonly waits: Map<string, Day>
}

const officeOnly: readonly Step['type'][] = ['acknowledgement', 'state', 'identity-opened', 'closed']
const reporterOnly: readonly Step['type'][] = ['withdrawal', 'withdrawal-undone', 'key-replaced']

/** What a representative may do: speak. */
const forRepresentatives: readonly Step['type'][] = ['message']

/**
 * Folds the steps of a case into its story. `null` if the first step is not a report by the reporter.
 * Only reports are told so: what goes by the rules of the pack has an engine of its own (`procedure`).
 */
export function tellStory(told: readonly Told[], calendar: Calendar): Story | null {
  const [first, ...later] = told
  if (!first || first.author !== null || first.step.type !== 'report') return null
  const draft: Draft = {
    state: 'received',
    since: first.day,
    beforeWithdrawal: 'received',
    withdrawal: null,
    acknowledged: null,
    answered: null,
    closing: null,
    waits: new Map(),
  }
  const voids = new Map<number, VoidRule>()
  for (const item of later) {
    const rule = brokenRule(item, draft)
    if (rule) voids.set(item.sequence, rule)
    else take(item, draft, calendar)
  }
  return {
    ...saidIn(first.step, told, voids),
    state: draft.state,
    since: draft.since,
    owed: whatIsOwed(first.day, { ...draft, over: isOver(draft.state) }, calendar),
    withdrawal: draft.withdrawal,
    closing: draft.closing?.sequence === told.at(-1)?.sequence ? draft.closing : null,
  }
}

/** What was said in a case, whatever course it takes. */
export function saidIn(
  report: Extract<Step, { type: 'report' }>,
  told: readonly Told[],
  voids: ReadonlyMap<number, string>,
): Omit<Story, 'state' | 'since' | 'owed' | 'withdrawal' | 'closing'> {
  const effective = told.filter((item) => !voids.has(item.sequence))
  const said = effective.filter(({ step }) => speaks(step))
  const first = told[0]
  return {
    kind: report.kind,
    mode: report.mode,
    language: report.language,
    received: first?.day ?? '',
    identityOpenings: effective.flatMap((item) =>
      item.step.type === 'identity-opened' && item.author !== null
        ? [{ day: item.day, author: item.author, reason: item.step.reason }]
        : [],
    ),
    lastFromOffice: said.findLast((item) => item.author !== null)?.sequence ?? null,
    lastFromReporter: said.findLast((item) => item.author === null)?.sequence ?? first?.sequence ?? 0,
    voids,
  }
}

/** Whether a step says something to the other side; a change of state does so only with a text. */
function speaks(step: Step): boolean {
  if (step.type === 'state' || step.type === 'procedure') return step.text !== undefined
  return ['report', 'message', 'acknowledgement', 'withdrawal', 'closed'].includes(step.type)
}

/** Whether a step is its author's to take: the office's, the reporter's, or what a further key may by now. */
function authorRule({ step, author, further, day }: Told, { waits }: Draft): VoidRule | null {
  if (author === null && officeOnly.includes(step.type)) return 'step.only_office'
  if (author !== null && reporterOnly.includes(step.type)) return 'step.only_reporter'
  if (further?.standing === 'representative' && !forRepresentatives.includes(step.type)) return 'step.only_reporter'
  const wait = further && waits.get(further.id)
  if (wait !== undefined && day <= wait && reporterOnly.includes(step.type)) return 'step.key_waits'
  return null
}

function brokenRule(item: Told, draft: Draft): VoidRule | null {
  const { step, day } = item
  if (step.type === 'report') return 'step.not_first'
  if (step.type === 'procedure') return 'step.no_procedure'
  const rule = authorRule(item, draft)
  if (rule) return rule
  if (step.type === 'state' && !officeMoves[draft.state].includes(step.to)) return 'step.no_such_move'
  if (step.type === 'withdrawal' && draft.withdrawal) return 'step.already_withdrawn'
  if (step.type === 'withdrawal-undone') {
    if (!draft.withdrawal) return 'step.nothing_to_undo'
    if (day > draft.withdrawal.undoUntil) return 'step.too_late_to_undo'
  }
  return null
}

function take({ step, author, day, sequence, key }: Told, draft: Draft, calendar: Calendar): void {
  if (author !== null && speaks(step)) draft.acknowledged ??= day
  switch (step.type) {
    case 'acknowledgement':
    case 'message':
      if (author !== null && draft.state === 'received') move(draft, 'acknowledged', day)
      if (author === null && draft.state === 'waiting') move(draft, 'assessment', day)
      break
    case 'state':
      if (step.to === 'answered') draft.answered ??= day
      move(draft, step.to, day)
      break
    case 'withdrawal':
      draft.beforeWithdrawal = draft.state
      draft.withdrawal = { day, undoUntil: rollOn(addDays(day, withdrawalDays), calendar) }
      move(draft, 'withdrawn', day)
      break
    case 'withdrawal-undone':
      draft.withdrawal = null
      move(draft, draft.beforeWithdrawal, day)
      break
    case 'readmitted':
      if (key?.letIn) draft.waits.set(key.id, rollOn(addDays(day, readmissionDays), calendar))
      break
    case 'closed':
      close(draft, author, sequence, day)
      break
  }
}

/** Closing takes two different officers, one directly after the other (PROTOCOL 6.2, kind 7). */
function close(draft: Draft, author: string | null, sequence: number, day: Day): void {
  if (author === null) return
  const agreed = draft.closing && draft.closing.author !== author && draft.closing.sequence === sequence - 1
  if (agreed) move(draft, 'closed', day)
  draft.closing = agreed ? null : { author, sequence }
}

/** Whether nothing is owed any more but what was done. */
const isOver = (state: State): boolean => state === 'withdrawn' || state === 'closed'

function move(draft: Draft, state: State, day: Day): void {
  draft.state = state
  draft.since = day
}
