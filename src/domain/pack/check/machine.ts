import type { Pack } from '../pack.ts'
import type { StateLine, TransitionLine } from '../procedure-lines.ts'
import { type Region, regions } from '../regions.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** States that no step reaches, that lead nowhere, or that can only go round; steps that leave their region. */
export function checkMachine(lines: readonly Placed[], pack: Pack): readonly Problem[] {
  const places = new Map(lines.filter(({ kind }) => kind === 'states').map((placed) => [placed.id, placed]))
  const at = (state: StateLine, reason: string) => {
    const placed = places.get(state.id)
    return placed ? [problemAt(placed, reason)] : []
  }
  const strays = lines.filter(({ kind, line }) => kind === 'transitions' && leavesRegion(line as never, pack))
  return [
    ...strays.map((placed) => problemAt(placed, 'leads from one region into another')),
    ...regions.flatMap((region) => checkRegion(region, pack, at)),
  ]
}

function checkRegion(
  region: Region,
  pack: Pack,
  at: (state: StateLine, reason: string) => readonly Problem[],
): readonly Problem[] {
  const states = pack.states.filter((state) => state.region === region)
  const edges = edgesOf(region, pack)
  const firsts = states.filter(({ kind }) => kind === 'first')
  if (firsts.length !== 1) {
    return [
      { file: 'states.json', line: null, reason: `${region} must have one first state, and has ${firsts.length}` },
    ]
  }
  const reached = spread(
    firsts.map(({ id }) => id),
    edges,
  )
  const backwards = edges.map(([from, to]) => [to, from] as const)
  const ending = spread(
    states.filter(({ kind }) => kind === 'end').map(({ id }) => id),
    backwards,
  )
  return states.flatMap((state) => [
    ...(reached.has(state.id) ? [] : at(state, 'unreachable state')),
    ...(ending.has(state.id) ? [] : at(state, leadsOut(state, edges) ? 'cycle without exit' : 'state without exit')),
  ])
}

type Edge = readonly [from: string, to: string]

/** Every way from a state to another in a region; a step back leads to any state that leads there. */
export function edgesOf(region: Region, pack: Pack): readonly Edge[] {
  const open = pack.states.filter((state) => state.region === region && state.kind === 'open').map(({ id }) => id)
  const ahead: Edge[] = []
  const back: string[] = []
  for (const transition of pack.transitions.filter((line) => line.region === region)) {
    const from = transition.from.includes('*') ? open : transition.from
    const to = [...(transition.to ? [transition.to] : []), ...Object.values(transition.to_by_origin ?? {})]
    ahead.push(...from.flatMap((state) => to.map((target): Edge => [state, target])))
    if (transition.back) back.push(...from)
  }
  const returns = ahead.filter(([, to]) => back.includes(to)).map(([from, to]): Edge => [to, from])
  return [...ahead, ...returns].filter(([from, to]) => from !== to)
}

/** Everything that can be reached from these states. */
function spread(from: readonly string[], edges: readonly Edge[]): ReadonlySet<string> {
  const reached = new Set(from)
  for (const state of reached) for (const [start, end] of edges) if (start === state) reached.add(end)
  return reached
}

function leadsOut({ id }: StateLine, edges: readonly Edge[]): boolean {
  return edges.some(([from]) => from === id)
}

function leavesRegion({ region, from, to, to_by_origin = {} }: TransitionLine, pack: Pack): boolean {
  const named = [...from, ...(to ? [to] : []), ...Object.keys(to_by_origin), ...Object.values(to_by_origin)]
  return pack.states.some((state) => named.includes(state.id) && state.region !== region)
}
