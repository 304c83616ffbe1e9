import type { Pack } from '../pack.ts'
import type { StateLine, TransitionLine } from '../procedure-lines.ts'
import { byId } from '../rules.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** The roles in which each party acts; a party outside is heard through the office, which records its answer. */
const rolesOf: Readonly<Record<string, readonly string[]>> = {
  office: ['chief', 'officer'],
  reporter: ['reporter'],
  alternate: ['alternate'],
  investigator: ['investigator'],
}

/** States that wait on one party without a limit, or that nobody else can lead on when the limit has passed. */
export function checkWaits(lines: readonly Placed[], pack: Pack): readonly Problem[] {
  const places = new Map(lines.filter(({ kind }) => kind === 'states').map((placed) => [placed.id, placed]))
  return pack.states.flatMap((state) => {
    const placed = places.get(state.id)
    const reason = state.waits_for === null ? null : fault(state, state.waits_for, pack)
    return placed && reason ? [problemAt(placed, reason)] : []
  })
}

function fault(state: StateLine, party: string, pack: Pack): string | null {
  const limit = state.limit === null ? undefined : byId(pack.clocks).get(state.limit)
  if (!limit?.opens.in.includes(state.id) && !opensOnEveryWay(state, limit?.opens.on ?? [], pack)) {
    return `waits on ${party} without a limit`
  }
  if (party === 'office') return limit?.hard ? null : 'waits on office, and its limit does not open the case'
  const others = pack.transitions.some((line) => leads(line, state) && !isOnly(line, party))
  return others ? null : `waits on ${party}, and nobody else can lead on`
}

/** A clock may open on the steps that lead into the state instead of in it. */
function opensOnEveryWay({ id }: StateLine, on: readonly string[], pack: Pack): boolean {
  const ways = pack.transitions.filter((line) => line.to === id || Object.values(line.to_by_origin ?? {}).includes(id))
  return ways.length > 0 && ways.every((line) => on.includes(line.id))
}

function leads({ from, to, to_by_origin, back }: TransitionLine, { id }: StateLine): boolean {
  return from.includes(id) && (back === true || to_by_origin !== undefined || (to !== undefined && to !== id))
}

function isOnly({ by, records }: TransitionLine, party: string): boolean {
  const roles = rolesOf[party]
  return records === party || (roles !== undefined && by.every((role) => roles.includes(role)))
}
