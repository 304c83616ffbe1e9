import { addDays } from '../../../../src/domain/days.ts'
import { type Condition, kindOfCondition } from '../../../../src/domain/pack/condition.ts'
import type { TransitionLine } from '../../../../src/domain/pack/procedure-lines.ts'
import { actsOf } from '../../../../src/domain/procedure/acts.ts'
import { holds, type Moment } from '../../../../src/domain/procedure/condition.ts'
import { isReleased, lastOf } from '../../../../src/domain/procedure/history.ts'
import { itemsOf } from '../../../../src/domain/procedure/items.ts'
import { stepFault } from '../../../../src/domain/procedure/judge.ts'
import { takeStep } from '../../../../src/domain/procedure/run.ts'
import type { ProcedureStep, Progress } from '../../../../src/domain/procedure/step.ts'
import { targetOf } from '../../../../src/domain/procedure/target.ts'
import { person, rules, setting } from './cast.ts'
import { sampleFacts } from './play.ts'

/** One thing that happens in an explored case: who did it, and where it led. Nobody does waiting. */
export interface Edge {
  readonly by: string | null
  readonly transition: string | null
  readonly to: string
}
export interface Node {
  readonly progress: Progress
  readonly edges: readonly Edge[]
}
export type Graph = ReadonlyMap<string, Node>

/** Longer than every clock, and than the whole plan of a follow-up. */
const longWait = 600

export interface Exploration {
  readonly actors: readonly string[]
  /** Steps that are not tried, to keep regions apart and the graph small. */
  readonly without: ReadonlySet<string>
  readonly from: readonly Progress[]
}

/** Every case that these people can make, two cases being the same if everybody may do the same in them. */
export function explore({ actors, without, from }: Exploration): Graph {
  const graph = new Map<string, Node & { readonly edges: Edge[] }>()
  const add = (progress: Progress): string => {
    const key = keyOf(progress, actors)
    if (!graph.has(key)) graph.set(key, { progress, edges: [] })
    return key
  }
  for (const progress of from) add(progress)
  for (const { progress, edges } of graph.values()) {
    for (const { by, transition, next } of successors(progress, actors, without)) {
      edges.push({ by, transition, to: add(next) })
    }
  }
  return graph
}

interface Successor {
  readonly by: string | null
  readonly transition: string | null
  readonly next: Progress
}

function successors(progress: Progress, actors: readonly string[], without: ReadonlySet<string>): Successor[] {
  const later = { ...progress, day: addDays(progress.day, longWait) }
  const waited: Successor[] = progress.at.main.state === 'draft' ? [] : [{ by: null, transition: null, next: later }]
  const acted = actors.flatMap((by) =>
    rules.pack.transitions
      .filter(({ id }) => !without.has(id) && !isSpared(by, id))
      .filter((line) => stepFault(setting, progress, line, person(by), null, progress.day, null) === null)
      .flatMap(({ id }) => stepsFor(progress, by, id))
      .flatMap((step) => {
        const next = sign(progress, step)
        return next ? [{ by, transition: step.transition, next }] : []
      }),
  )
  return [...waited, ...acted]
}

/** Of two officers who may do the same, one does what each has to do alone, and signs second. */
function isSpared(by: string, transition: string): boolean {
  return by === 'bo' && !['declare-no-conflict', 'declare-conflict', 'open-annexes'].includes(transition)
}

/** Takes the step, with its second signature if it needs one: Bo's, or after a wait the substitute's own. */
function sign(progress: Progress, step: ProcedureStep): Progress | null {
  const after = takeStep(setting, progress, step)
  if (after.voids.size > progress.voids.size) return null
  if (rules.transitions.get(step.transition)?.signers !== 'two') return after
  const alone = step.author.id === 'sol'
  const day = alone ? addDays(step.day, 10) : step.day
  const author = alone ? step.author : person('bo')
  const second = { sequence: step.sequence + 1, day, author, transition: step.transition, seconds: step.sequence }
  const signed = takeStep(setting, after, second)
  return signed.voids.size > after.voids.size ? null : signed
}

/** The different ways of taking one step: every verdict on the act, and the answers on which much depends. */
function stepsFor(progress: Progress, by: string, transition: string): ProcedureStep[] {
  const base = { sequence: progress.history.length * 2, day: progress.day, author: person(by), transition }
  const answers = variants[transition] ?? [{}]
  return aboutFor(progress, transition).flatMap((about) =>
    answers.map((facts) => ({ ...base, about, facts: { ...sampleFacts(transition), ...facts } })),
  )
}

const variants: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  withdraw: [
    { pressure: 'unsaid', measures: 'keep', monitoring: 'keep' },
    { pressure: 'no', measures: 'end', monitoring: 'end' },
    { pressure: 'yes', measures: 'end', monitoring: 'end' },
  ],
  'assess-risk': [
    { likelihood: 'unlikely', seriousness: 'minor' },
    { likelihood: 'likely', seriousness: 'major' },
    { referral: 'unacceptable' },
  ],
  refer: [{ investigator: 'ivo' }],
  'refer-to-another': [{ investigator: 'ilse' }],
  reassign: [{ newcomer: 'no' }, { newcomer: 'yes' }],
  'exclude-person': [{ person: 'ines' }],
  ...Object.fromEntries(
    ['recommend', 'renew-recommendation', 'recommend-measures', 'press-measures'].map((id) => [
      id,
      [{ to_authority: 'executive-head' }, { to_authority: 'governing-body' }],
    ]),
  ),
}

function aboutFor(progress: Progress, transition: string): readonly Readonly<Record<string, string>>[] {
  const rule = rules.transitions.get(transition)?.about
  const acts = [...actsOf(progress.history).values()]
  switch (rule?.kind) {
    case 'add-acts':
      return acts.length > 0 ? [] : [{ demotion: '2026-11-02' }, { demotion: '2025-01-01' }]
    case 'judge-acts': {
      const ways = acts.flatMap(({ id, verdict }) => (rule.verdicts?.[verdict] ?? []).map((to) => ({ [id]: to })))
      return ways.length > 0 ? ways : [{}]
    }
    case 'add-items':
      return [{ post: addDays(progress.day, 60) }]
    case 'report-items':
      return [{ post: 'done' }, { post: 'not-done' }]
    case 'answer-items':
      return [{ post: 'confirmed' }, { post: 'disputed' }]
    default:
      return [{}]
  }
}

/**
 * What makes two cases different: where they stand, and for each way on, who may take it or how far its first closed
 * guard is from opening. What does not bring any way on nearer makes no difference.
 */
function keyOf(progress: Progress, actors: readonly string[]): string {
  const { at, history } = progress
  const ways = rules.pack.transitions.filter(
    (line) => targetOf(rules, progress, line) !== null && (moves(line) || line.guards.length > 0),
  )
  const doors = actors.map((by) =>
    ways.filter(({ id, signers }) => signers === 'two' || !isSpared(by, id)).map((line) => doorOf(progress, by, line)),
  )
  return JSON.stringify([
    at.main.state,
    ways.some((line) => line.to_by_origin || line.back) ? at.main.from?.state : null,
    at.measures.state,
    [...actsOf(history).values()].map(({ verdict }) => verdict),
    [...itemsOf(history).values()].map(({ reported, answered }) => [reported, answered]),
    isReleased(history),
    at.main.state === 'withdrawn' && lastOf(history, ['withdraw'])?.facts,
    doors,
  ])
}

function moves({ to, to_by_origin, back }: TransitionLine): boolean {
  return to !== undefined || to_by_origin !== undefined || back === true
}

function doorOf(progress: Progress, by: string, line: TransitionLine): string {
  const moment = { setting, progress, author: person(by), today: progress.day, said: null }
  const fault = stepFault(setting, progress, line, moment.author, null, progress.day, null)
  const condition = fault === null ? null : (rules.guards.get(fault)?.when ?? null)
  return condition === null ? (fault ?? 'open') : leaves(condition, moment)
}

/** Which parts of a condition hold. */
function leaves(condition: Condition, moment: Moment): string {
  const parts = Object.values(condition)
    .flat()
    .filter((part): part is Condition => kindOfCondition(part) !== null)
  return parts.length > 0 ? parts.map((part) => leaves(part, moment)).join('') : holds(condition, moment) ? '1' : '0'
}

/** The nodes that can be reached from the first ones, along the edges that are let through. */
export function reachable(
  graph: Graph,
  from: readonly string[],
  through: (edge: Edge) => boolean,
): ReadonlySet<string> {
  const reached = new Set(from)
  for (const key of reached) for (const edge of graph.get(key)?.edges ?? []) if (through(edge)) reached.add(edge.to)
  return reached
}

/** The nodes from which the case can be closed, along the edges that are let through. */
export function canEnd(graph: Graph, through: (edge: Edge) => boolean): ReadonlySet<string> {
  const before = new Map<string, string[]>()
  for (const [key, { edges }] of graph) {
    for (const edge of edges.filter(through)) before.set(edge.to, [...(before.get(edge.to) ?? []), key])
  }
  const ending = new Set(
    [...graph].filter(([, { progress }]) => progress.at.main.state === 'closed').map(([key]) => key),
  )
  for (const key of ending) for (const earlier of before.get(key) ?? []) ending.add(earlier)
  return ending
}
