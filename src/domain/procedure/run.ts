import type { Day } from '../days.ts'
import { type Region, regions } from '../pack/regions.ts'
import { known, type Rules } from '../pack/rules.ts'
import { faultOf } from './judge.ts'
import type { Done, Move, Position, ProcedureStep, Progress, Setting } from './step.ts'
import { targetOf } from './target.ts'

/** Where a case stands before its first step. */
export function beginning(rules: Rules, day: Day): Progress {
  const first = (region: Region): Position => {
    const state = rules.pack.states.find((line) => line.region === region && line.kind === 'first')
    return { state: state?.id ?? '', since: day, from: null }
  }
  const at = Object.fromEntries(regions.map((region) => [region, first(region)])) as Record<Region, Position>
  return { at, history: [], proposals: [], voids: new Map(), day }
}

/** Folds the signed steps of a case, in the order of the chain. The same in every reader's browser. */
export function runProcedure(setting: Setting, steps: readonly ProcedureStep[]): Progress {
  return steps.reduce(
    (progress, step) => takeStep(setting, progress, step),
    beginning(setting.rules, steps[0]?.day ?? '1970-01-01'),
  )
}

/** One more step: it takes effect, waits for a second signature, or is void and changes nothing. */
export function takeStep(setting: Setting, before: Progress, given: ProcedureStep): Progress {
  const step = given.day < before.day ? { ...given, day: before.day } : given
  const fault = faultOf(setting, before, step)
  if (fault) return { ...before, voids: new Map(before.voids).set(step.sequence, fault) }
  const progress = { ...before, day: step.day }
  const transition = known(setting.rules.transitions, step.transition)
  if (transition.signers === 'two' && step.seconds === undefined) {
    return { ...progress, proposals: [...progress.proposals, step] }
  }
  return withStep(setting.rules, progress, step)
}

/** The case as this step leaves it once it takes effect, whoever still has to sign; it is not judged here. */
export function withStep(rules: Rules, progress: Progress, step: ProcedureStep): Progress {
  const transition = known(rules.transitions, step.transition)
  const { region } = transition
  const here = progress.at[region]
  const there = targetOf(rules, progress, transition) ?? here
  const proposal = progress.proposals.find(({ sequence }) => sequence === step.seconds)
  const moved: Move | null = there === here ? null : { region, from: here.state, to: there.state }
  const done: Done = {
    sequence: step.sequence,
    day: step.day,
    transition,
    signers: proposal ? [proposal.author, step.author] : [step.author],
    facts: (proposal ?? step).facts ?? {},
    about: (proposal ?? step).about ?? {},
    files: [...(proposal?.files ?? []), ...(step.files ?? [])],
    moved,
  }
  return {
    ...progress,
    at: { ...progress.at, [region]: there },
    history: [...progress.history, done],
    proposals: progress.proposals.filter((waiting) => waiting !== proposal && !overtaken(rules, waiting, moved)),
  }
}

/** A proposal lapses when its region moves on: nobody can second it into another state. */
function overtaken(rules: Rules, waiting: ProcedureStep, moved: Move | null): boolean {
  const line = rules.transitions.get(waiting.transition)
  // The chain keeps the first signature for a key whatever else happens (PROTOCOL 15.3); it leads into no state.
  return moved !== null && line?.region === moved.region && line.effect !== 'readmit'
}
