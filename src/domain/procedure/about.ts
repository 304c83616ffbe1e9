import { isDay } from '../days.ts'
import type { TransitionLine } from '../pack/procedure-lines.ts'
import { actsOf } from './acts.ts'
import { checkInAnswers, checkIns } from './check-ins.ts'
import { filingOf } from './filing.ts'
import { answers, itemsOf, reports } from './items.ts'
import type { ProcedureStep, Progress, Setting } from './step.ts'

type Rule = NonNullable<TransitionLine['about']>
type About = Readonly<Record<string, string>>

/** What is wrong with what a step says of acts, items or check-ins: the id of a guard, or null. */
export function aboutFault(
  setting: Setting,
  progress: Progress,
  rule: TransitionLine['about'],
  step: ProcedureStep,
): string | null {
  const about = step.about ?? {}
  if (!rule) return Object.keys(about).length > 0 ? 'act-unknown' : null
  const { history } = progress
  switch (rule.kind) {
    case 'judge-acts':
      return judgingFault(setting, progress, rule, about)
    case 'add-acts':
      return addingFault(actsOf(history), about, (day) => day === 'unknown' || (isDay(day) && day <= step.day))
    case 'add-items':
      return addingFault(itemsOf(history), about, isDay)
    case 'report-items':
      return choiceFault(new Set(itemsOf(history).keys()), about, reports)
    case 'answer-items':
      return choiceFault(reported(progress), about, answers)
    case 'answer-check-in':
      return choiceFault(openCheckIns(setting, progress, step), about, checkInAnswers)
  }
}

function judgingFault({ rules }: Setting, { history }: Progress, rule: Rule, about: About): string | null {
  const acts = actsOf(history)
  const { verdicts = {}, every, some } = rule
  for (const [id, verdict] of Object.entries(about)) {
    const act = acts.get(id)
    if (!act) return 'act-unknown'
    if (!verdicts[act.verdict]?.includes(verdict)) return 'act-decided'
    if (verdict === 'late' && !filingOf(rules, history, act).late) return 'act-in-time'
  }
  const eligible = [...acts.values()].filter((act) => Object.hasOwn(verdicts, act.verdict))
  if (every && eligible.some(({ id }) => !Object.hasOwn(about, id))) return 'act-left-out'
  return some && !Object.values(about).some((verdict) => some.includes(verdict)) ? 'verdict-missing' : null
}

function addingFault(
  had: ReadonlyMap<string, unknown>,
  about: About,
  isGood: (value: string) => boolean,
): string | null {
  if (Object.keys(about).some((id) => had.has(id))) return 'already-there'
  return Object.values(about).every(isGood) ? null : 'fact-missing'
}

function choiceFault(known: ReadonlySet<string>, about: About, choices: readonly string[]): string | null {
  if (Object.keys(about).some((id) => !known.has(id))) return 'act-unknown'
  return Object.values(about).every((value) => choices.includes(value)) ? null : 'fact-missing'
}

function reported({ history }: Progress): ReadonlySet<string> {
  return new Set([...itemsOf(history).values()].flatMap(({ id, reported }) => (reported === 'done' ? [id] : [])))
}

function openCheckIns(setting: Setting, progress: Progress, { day }: ProcedureStep): ReadonlySet<string> {
  return new Set(checkIns(setting, progress, day).flatMap(({ id, status }) => (status === 'open' ? [id] : [])))
}
