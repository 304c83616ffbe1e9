import type { Owed } from '../owed.ts'
import type { State } from '../states.ts'
import { type Story, saidIn } from '../story.ts'
import type { Told } from '../told.ts'
import { isOfChain, procedureSteps } from './from-told.ts'
import { runProcedure } from './run.ts'
import type { Progress, Setting } from './step.ts'
import { type Timing, timing, timings } from './timing.ts'

/** The steps of plain reports that a request does not have: its own procedure does the same with more care. */
const notInRequests = ['state', 'closed'] as const

/**
 * What a case that goes by the rules adds up to: a request for protection, or advice, which its own step makes a request
 * in the same case. `null` if the first step is not the reporter's.
 */
export function tellRequest(
  told: readonly Told[],
  setting: Setting,
): { readonly story: Story; readonly progress: Progress } | null {
  const [first] = told
  if (!first || first.author !== null || first.step.type !== 'report') return null
  const progress = runProcedure(setting, procedureSteps(setting.rules, setting.people, told))
  const said = saidIn(first.step, told, voidsIn(told, progress))
  const kind = isRequest(progress) ? 'protection' : said.kind
  return { story: { ...said, kind, ...standingOf(setting, progress) }, progress }
}

const requests: readonly string[] = ['submit-protection', 'submit-prevention']

/** Whether somebody asked for protection or prevention, at once or after advice. */
function isRequest({ history }: Progress): boolean {
  return history.some(({ transition }) => requests.includes(transition.id))
}

function voidsIn(told: readonly Told[], progress: Progress): ReadonlyMap<number, string> {
  const stray = told.slice(1).flatMap(({ sequence, step }): [number, string][] => {
    if (step.type === 'report') return [[sequence, 'step.not_first']]
    if (step.type === 'procedure' && isOfChain(step.transition)) return [[sequence, 'step.not_in_requests']]
    return notInRequests.some((type) => type === step.type) ? [[sequence, 'step.not_in_requests']] : []
  })
  return new Map([...progress.voids, ...stray])
}

/** Where the procedure stands, in the terms in which cases of all kinds are shown together. */
function standingOf(
  setting: Setting,
  progress: Progress,
): Pick<Story, 'state' | 'since' | 'owed' | 'withdrawal' | 'closing'> {
  const { main } = progress.at
  const state: State = setting.rules.states.get(main.state)?.stage ?? 'assessment'
  const undo = state === 'withdrawn' ? timing(setting, progress, 'undo-window', progress.day) : undefined
  const closing = progress.proposals.find(({ transition }) => {
    const to = setting.rules.transitions.get(transition)?.to
    return to !== undefined && setting.rules.states.get(to)?.kind === 'end'
  })
  return {
    state,
    since: main.since,
    owed: state === 'closed' ? [] : owedIn(setting, progress),
    withdrawal: undo?.last ? { day: main.since, undoUntil: undo.last } : null,
    closing: closing ? { author: closing.author.id, sequence: closing.sequence } : null,
  }
}

/** What the office owes by its clocks, the earliest first. The reply has two: a softer day and, behind it, a hard limit. */
function owedIn(setting: Setting, progress: Progress): readonly Owed[] {
  const ofOffice = timings(setting, progress, progress.day).filter(
    ({ run: { clock }, status }) =>
      clock.binds === 'office' && clock.kind === 'limit' && status !== 'dropped' && status !== 'waiting',
  )
  const limit = ofOffice.find(({ run }) => run.clock.id === 'acknowledgement-limit')?.last ?? null
  return ofOffice
    .filter(({ run, last }) => last !== null && run.clock.id !== 'acknowledgement-limit')
    .map((found) => owedBy(found, limit))
    .sort((a, b) => (a.due < b.due ? -1 : 1))
}

function owedBy({ run, start, last }: Timing, replyLimit: string | null): Owed {
  const due = last ?? start
  const { id } = run.clock
  const reply = id === 'acknowledgement'
  return {
    what: reply ? 'acknowledgement' : id === 'feedback' || id === 'advice' ? id : 'step',
    clock: id,
    from: start,
    due,
    limit: reply ? (replyLimit ?? due) : due,
    kept: run.ended,
  }
}
