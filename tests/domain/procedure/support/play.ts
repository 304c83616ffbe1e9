import type { Day } from '../../../../src/domain/days.ts'
import { runProcedure } from '../../../../src/domain/procedure/run.ts'
import type { ProcedureStep, Progress } from '../../../../src/domain/procedure/step.ts'
import { handlers, person, rules, setting } from './cast.ts'

type Texts = Readonly<Record<string, string>>

/** One line of a played case. `ines+bo` is a proposal that Bo signs the same day; `&bo` signs an earlier one. */
export type Line = readonly [day: Day, who: string, transition: string, about?: Texts, facts?: Texts]

/** Plays the lines of a case; what a step has to say is filled in where the line does not say it. */
export function play(...lines: readonly Line[]): Progress {
  return runProcedure(setting, stepsOf(lines))
}

export function stepsOf(lines: readonly Line[]): ProcedureStep[] {
  const steps: ProcedureStep[] = []
  for (const [day, who, transition, about, facts] of lines) {
    const [first = '', second] = who.split('+')
    const sequence = steps.length
    if (first.startsWith('&')) {
      const seconds = steps.findLast((step) => step.transition === transition)?.sequence ?? -1
      steps.push({ sequence, day, author: person(first.slice(1)), transition, seconds })
      continue
    }
    const said = { facts: { ...sampleFacts(transition), ...facts }, about: about ?? {} }
    steps.push({ sequence, day, author: person(first), transition, ...said })
    if (second) steps.push({ sequence: sequence + 1, day, author: person(second), transition, seconds: sequence })
  }
  return steps
}

/** A good answer to everything that a step has to say. */
export function sampleFacts(transition: string): Texts {
  const needs = rules.transitions.get(transition)?.needs ?? {}
  return Object.fromEntries(Object.entries(needs).map(([name, choices]) => [name, sampleAnswer(choices)]))
}

function sampleAnswer(choices: readonly string[]): string {
  if (choices.includes('@day')) return '2027-06-30'
  if (choices.includes('@number')) return '30'
  return choices[0] ?? 'as told'
}

/** Everybody of the office has said that they are in no conflict. */
export function allDeclare(day: Day, except: readonly string[] = []): readonly Line[] {
  return handlers.filter((name) => !except.includes(name)).map((name) => [day, name, 'declare-no-conflict'] as const)
}

/** A request with one act, as far as the preliminary review, begun on 20 November 2026. */
export const intake: readonly Line[] = [
  ['2026-11-20', 'rosa', 'submit-protection', { demotion: '2026-11-02' }],
  ...allDeclare('2026-11-20'),
  ['2026-11-24', 'ines', 'acknowledge'],
  ['2026-11-24', 'ines', 'check-conflicts'],
  ['2026-11-25', 'ines', 'clear-conflicts'],
  ['2026-11-27', 'ines', 'file-complete'],
]

/** Found at first sight, referred with consent to Ivo, who accepted. */
export const underInvestigation: readonly Line[] = [
  ...intake,
  ['2026-12-10', 'ines+bo', 'find-prima-facie', { demotion: 'found' }],
  ['2026-12-10', 'ines', 'ask-risk-view'],
  ['2026-12-11', 'rosa', 'give-risk-view'],
  ['2026-12-11', 'ines', 'assess-risk', {}, { likelihood: 'unlikely', seriousness: 'moderate' }],
  ['2026-12-11', 'rosa', 'consent-to-referral'],
  ['2026-12-14', 'ines', 'refer', {}, { investigator: 'ivo' }],
  ['2026-12-16', 'ivo', 'accept-referral'],
]

/** Reported, every annex opened, both sides heard, ready to be decided. */
export const readyToDecide: readonly Line[] = [
  ...underInvestigation,
  ['2027-03-01', 'ivo', 'deliver-report'],
  ['2027-03-02', 'ines', 'open-annexes'],
  ['2027-03-02', 'bo', 'open-annexes'],
  ['2027-03-03', 'ines', 'send-material-to-requester'],
  ['2027-03-03', 'ines', 'send-material-to-subject'],
  ['2027-03-05', 'rosa', 'read'],
  ['2027-03-08', 'rosa', 'answer-material'],
  ['2027-03-10', 'ines', 'subject-answers'],
  ['2027-03-11', 'ines', 'begin-determination'],
]
