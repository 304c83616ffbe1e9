import type { Calendar } from '../days.ts'
import type { Pack } from './pack.ts'
import type { ClockLine, GuardLine, StateLine, TransitionLine } from './procedure-lines.ts'

/** A pack whose procedure can be looked up by id. */
export interface Rules {
  readonly pack: Pack
  readonly states: ReadonlyMap<string, StateLine>
  readonly transitions: ReadonlyMap<string, TransitionLine>
  readonly guards: ReadonlyMap<string, GuardLine>
  readonly clocks: ReadonlyMap<string, ClockLine>
  /** The guards that stand before every step. */
  readonly always: readonly GuardLine[]
  readonly calendar: Calendar
}

/** Prepares a pack for the engine. */
export function rulesOf(pack: Pack): Rules {
  return {
    pack,
    states: byId(pack.states),
    transitions: byId(pack.transitions),
    guards: byId(pack.guards),
    clocks: byId(pack.clocks),
    always: pack.guards.filter((guard) => guard.always !== undefined),
    calendar: { holidays: pack.holidays.map(({ id }) => id) },
  }
}

/** Lines by their id; of two with the same id, which no checked pack has, the later. */
export function byId<L extends { readonly id: string }>(lines: readonly L[]): ReadonlyMap<string, L> {
  return new Map(lines.map((line) => [line.id, line]))
}

/** A line that the checked pack is known to have. */
export function known<L>(lines: ReadonlyMap<string, L>, id: string): L {
  const line = lines.get(id)
  if (line === undefined) throw new Error(`pack.no_such_line ${id}`)
  return line
}
