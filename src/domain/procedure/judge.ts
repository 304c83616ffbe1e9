import { isDay } from '../days.ts'
import type { TransitionLine } from '../pack/procedure-lines.ts'
import { roleOn } from '../tenure.ts'
import { aboutFault } from './about.ts'
import { runsOf } from './clock-runs.ts'
import { holds, type Moment, type Said } from './condition.ts'
import type { Author, ProcedureStep, Progress, Setting } from './step.ts'
import { targetOf } from './target.ts'
import { roleFault, secondFault } from './who-may.ts'

/**
 * The guard that a step breaks, or null if it may take effect. Asked in this order: is there such a step, can it be
 * taken here, by this person, past the guards of the pack, and does it say what it has to.
 */
export function faultOf(setting: Setting, progress: Progress, step: ProcedureStep): string | null {
  const transition = setting.rules.transitions.get(step.transition)
  if (!transition) return 'unknown-step'
  const proposal = step.seconds === undefined ? null : proposalOf(progress, step)
  if (proposal === undefined) return 'nothing-to-second'
  const said = { facts: (proposal ?? step).facts ?? {}, about: (proposal ?? step).about ?? {} }
  return (
    stepFault(setting, progress, transition, step.author, proposal, step.day, said) ??
    (proposal && secondFault(setting, progress, proposal, step.author, step.day)) ??
    (proposal && guardFault(transition, { setting, progress, author: proposal.author, today: step.day, said })) ??
    factFault(transition, said.facts) ??
    extensionFault(transition, setting, progress, said.facts) ??
    aboutFault(setting, progress, transition.about, proposal ?? step) ??
    joiningFault(transition, setting, step, said.facts)
  )
}

/** The same, before anything is said: whether a step can be offered to somebody. */
export function stepFault(
  setting: Setting,
  progress: Progress,
  transition: TransitionLine,
  author: Author,
  proposal: ProcedureStep | null,
  today: ProcedureStep['day'],
  said: Said,
): string | null {
  if (!targetOf(setting.rules, progress, transition)) return 'step-not-here'
  const moment = { setting, progress, author, today, said }
  return roleFault(setting, progress, transition, author, proposal, today) ?? guardFault(transition, moment)
}

function proposalOf({ proposals }: Progress, step: ProcedureStep): ProcedureStep | undefined {
  return proposals.find(({ sequence, transition }) => sequence === step.seconds && transition === step.transition)
}

function guardFault({ id, guards }: TransitionLine, moment: Moment): string | null {
  const { rules } = moment.setting
  const always = rules.always.filter(
    (guard) => guard.always?.by.includes(moment.author.role) && !guard.always.except.includes(id),
  )
  const own = guards.flatMap((guard) => rules.guards.get(guard) ?? [])
  return [...always, ...own].find(({ when }) => when !== null && !holds(when, moment))?.id ?? null
}

function factFault({ needs = {} }: TransitionLine, facts: Readonly<Record<string, string>>): string | null {
  const missing = Object.entries(needs).some(([name, choices]) => !isAnswer(facts[name]?.trim() ?? '', choices))
  return missing ? 'fact-missing' : null
}

/** An answer is any text, one of the choices, or what the one choice `@day` or `@number` stands for. */
function isAnswer(value: string, choices: readonly string[]): boolean {
  if (choices.includes('@day')) return isDay(value)
  if (choices.includes('@number')) return /^[1-9]\d{0,3}$/.test(value)
  return choices.length === 0 ? value !== '' : choices.includes(value)
}

/** An entry lets in nobody but the one person whom its step names, in a role to which that step sends the case. */
function joiningFault(
  { lets_in }: TransitionLine,
  { people }: Setting,
  { joins = [], day }: ProcedureStep,
  facts: Readonly<Record<string, string>>,
): string | null {
  const [joining, ...others] = joins
  if (joining === undefined) return null
  const role = roleOn(people, joining, day)
  const named = lets_in && others.length === 0 && facts[lets_in.fact] === joining
  return named && role !== null && lets_in.roles.includes(role) ? null : 'joins-others'
}

function extensionFault(
  { id }: TransitionLine,
  { rules }: Setting,
  { history }: Progress,
  facts: Readonly<Record<string, string>>,
): string | null {
  const tooLong = rules.pack.clocks.some((clock) => {
    if (clock.extends?.on !== id) return false
    return (runsOf(clock, history).at(-1)?.added ?? 0) + Number(facts.days) > clock.extends.cap
  })
  return tooLong ? 'extension-too-long' : null
}
