import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../src/domain/days.ts'
import { actsOf } from '../../../src/domain/procedure/acts.ts'
import { fieldsOfStep, stepOfFields } from '../../../src/domain/procedure/fields.ts'
import { isConflicted } from '../../../src/domain/procedure/history.ts'
import { offersTo } from '../../../src/domain/procedure/offers.ts'
import { beginning, runProcedure, takeStep } from '../../../src/domain/procedure/run.ts'
import { expectedSchedule } from '../../../src/domain/procedure/schedule.ts'
import type { Done, ProcedureStep, Progress } from '../../../src/domain/procedure/step.ts'
import { handlers, person, rules, setting } from './support/cast.ts'
import {
  allDeclare,
  intake,
  type Line,
  readyToDecide,
  sampleFacts,
  stepsOf,
  underInvestigation,
} from './support/play.ts'

const people = [...handlers, 'rosa', 'mallory', 'service']
const transitions = rules.pack.transitions.map(({ id }) => id)
const verdicts = [
  ...new Set(rules.pack.transitions.flatMap(({ about }) => Object.values(about?.verdicts ?? {}).flat())),
]

/** A push in some direction: who acts, how well they choose, what they say, and how much later it is. */
const push = fc.record({
  who: fc.nat(people.length - 1),
  which: fc.nat(9999),
  wild: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  about: fc.nat(9999),
  answer: fc.nat(9999),
  later: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 40 }), fc.integer({ min: 100, max: 700 })),
  second: fc.boolean(),
})
type Push = typeof push extends fc.Arbitrary<infer T> ? T : never

const refused: Line[] = [...intake, ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }]]
const decided: Line[] = [
  ...readyToDecide,
  ['2027-03-12', 'ines+bo', 'determine-established', { demotion: 'established' }],
  ['2027-03-15', 'ines', 'recommend'],
  ['2027-04-05', 'ines', 'management-accepts', { post: '2027-05-31' }],
]

/** Cases that random histories go on from. */
const begun: readonly (readonly ProcedureStep[])[] = [
  [
    ['2026-11-20', 'rosa', 'submit-protection', { a: '2026-11-01', b: 'unknown' }],
    ...allDeclare('2026-11-20'),
  ] as Line[],
  intake,
  underInvestigation,
  readyToDecide,
  refused,
  [...refused, ['2027-01-05', 'rosa', 'request-review', { demotion: 'contested' }]] as Line[],
  decided,
  [...decided, ['2027-05-20', 'ines', 'report-items', { post: 'done' }]] as Line[],
].map(stepsOf)

/** The history that these pushes make: mostly steps that are offered, now and then any step by anybody. */
function follow(
  pushes: readonly Push[],
  look: (before: Progress, step: ProcedureStep, after: Progress) => void,
): ProcedureStep[] {
  const steps = [...(begun[pushes.length % begun.length] ?? [])]
  let progress = runProcedure(setting, steps)
  for (const aim of pushes) {
    const step = stepFor(aim, progress, steps.length)
    const after = takeStep(setting, progress, step)
    look(progress, step, after)
    steps.push(step)
    progress = after
  }
  return steps
}

function stepFor(aim: Push, progress: Progress, sequence: number): ProcedureStep {
  const day = addDays(progress.day, aim.later)
  const author = person(people[aim.who] ?? 'rosa')
  const open = offersTo(setting, progress, author, day).filter(({ forbidden }) => forbidden === null)
  const leading = open.filter(({ transition, seconds }) => seconds !== null || moves(transition))
  const choice = aim.second && leading.length > 0 ? leading : open
  const offer = aim.wild ? undefined : choice[aim.which % Math.max(choice.length, 1)]
  const transition = offer?.transition ?? transitions[aim.which % transitions.length] ?? ''
  const proposal = progress.proposals[aim.which % Math.max(progress.proposals.length, 1)]
  const seconds = offer ? offer.seconds : aim.second ? (proposal?.sequence ?? 3) : null
  const base = { sequence, day, author, transition }
  if (seconds !== null) return { ...base, seconds }
  return { ...base, facts: factsFor(transition, aim.answer), about: aboutFor(transition, progress, aim) }
}

function moves(transition: string): boolean {
  const { to, to_by_origin } = rules.transitions.get(transition) ?? {}
  return transition !== 'withdraw' && (to !== undefined || to_by_origin !== undefined)
}

function factsFor(transition: string, answer: number): Record<string, string> {
  const needs = Object.entries(rules.transitions.get(transition)?.needs ?? {})
  const chosen = needs.flatMap(([name, choices]) =>
    choices.length > 1 ? [[name, choices[answer % choices.length] ?? '']] : [],
  )
  const named = {
    investigator: ['ivo', 'ilse'][answer % 2] ?? '',
    person: people[answer % 7] ?? '',
    letter: String(answer % 2),
  }
  const facts = { ...sampleFacts(transition), ...Object.fromEntries(chosen) }
  return Object.fromEntries(Object.entries({ ...facts, ...(needs.length > 0 ? named : {}) }))
}

function aboutFor(transition: string, progress: Progress, { about, wild }: Push): Record<string, string> {
  const rule = rules.transitions.get(transition)?.about
  if (rule?.kind === 'add-items') return { post: addDays(progress.day, 30) }
  if (rule?.kind === 'report-items') return { post: 'done' }
  if (rule?.kind === 'answer-items') return { post: about % 2 ? 'confirmed' : 'disputed' }
  if (rule?.kind === 'add-acts') return { [`act${about % 5}`]: progress.day }
  if (rule?.kind === 'answer-check-in') return { 'day-30': 'same' }
  if (rule?.kind !== 'judge-acts') return {}
  const judged = [...actsOf(progress.history).values()].flatMap(({ id, verdict }, index) => {
    const allowed = wild ? verdicts : (rule.verdicts?.[verdict] ?? [])
    const given = allowed[(about + index) % Math.max(allowed.length, 1)]
    return given ? [[id, given]] : []
  })
  return Object.fromEntries(judged)
}

/** Two people, or the substitute, who may go alone in the end. */
function areTwo([first, second]: Done['signers']): boolean {
  return second !== undefined && (first.id !== second.id || first.role === 'substitute')
}

const histories = fc.array(push, { minLength: 5, maxLength: 70 })
const runs = { numRuns: 150 }

describe('whatever anybody signs', { timeout: 300_000 }, () => {
  it('a void step changes nothing', () => {
    fc.assert(
      fc.property(histories, (pushes) => {
        follow(pushes, (before, step, after) => {
          const guard = after.voids.get(step.sequence)
          if (guard === undefined) return
          expect({ ...after, voids: before.voids }).toEqual(before)
          expect(rules.guards.has(guard)).toBe(true)
        })
      }),
      runs,
    )
  })

  it('every reader who folds the same steps sees the same case', () => {
    fc.assert(
      fc.property(histories, (pushes) => {
        let last = beginning(rules, '2026-11-20')
        const steps = follow(pushes, (_, __, after) => {
          last = after
        })
        const resealed = steps.map((step) => {
          const { type: _, ...said } = stepOfFields(fieldsOfStep(step)) ?? expect.fail('it did not come back')
          return { ...step, ...said }
        })
        expect(runProcedure(setting, resealed)).toEqual(last)
      }),
      runs,
    )
  })

  it('no act is ever decided twice, and every verdict is one that the step may give', () => {
    fc.assert(
      fc.property(histories, (pushes) => {
        follow(pushes, (before, step, after) => {
          const done = after.history.at(-1)
          if (done === before.history.at(-1) || done?.transition.about?.kind !== 'judge-acts') return
          const acts = actsOf(before.history)
          for (const [id, verdict] of Object.entries(done.about)) {
            const earlier = acts.get(id)?.verdict ?? ''
            expect(done.transition.about.verdicts?.[earlier], `${step.transition} of ${earlier}`).toContain(verdict)
            expect(verdict).not.toBe(earlier)
          }
        })
      }),
      runs,
    )
  })

  it('nobody in conflict acts, two signatures are two people, and only the substitute ever goes alone', () => {
    fc.assert(
      fc.property(histories, (pushes) => {
        follow(pushes, (before, _, after) => {
          const done = after.history.at(-1)
          if (!done || done === before.history.at(-1)) return
          const acting = done.signers.filter(({ id }) => handlers.includes(id))
          expect(acting.filter(({ id }) => isConflicted(before.history, id))).toEqual([])
          if (done.transition.signers === 'two') expect(areTwo(done.signers)).toBe(true)
        })
      }),
      runs,
    )
  })

  it('a case moves only along the steps of the pack', () => {
    fc.assert(
      fc.property(histories, (pushes) => {
        follow(pushes, (before, _, after) => {
          const done = after.history.at(-1)
          if (!done?.moved || done === before.history.at(-1)) return
          const { from, region, to, to_by_origin, back } = done.transition
          const here = before.at[region]
          expect(from.includes('*') || from.includes(here.state)).toBe(true)
          expect([to, to_by_origin?.[here.from?.state ?? ''], back && here.from?.state]).toContain(done.moved.to)
        })
      }),
      runs,
    )
  })

  it('time that the office lets pass takes no step away from the requester but the undoing of a withdrawal', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 900 }), (pushes, wait) => {
        let last = beginning(rules, '2026-11-20')
        follow(pushes, (_, __, after) => {
          last = after
        })
        const open = (day: string): string[] =>
          offersTo(setting, last, person('rosa'), day).flatMap(({ transition, forbidden }) =>
            forbidden ? [] : [transition],
          )
        const later = open(addDays(last.day, wait))
        expect(open(last.day).filter((id) => id !== 'undo-withdrawal' && !later.includes(id))).toEqual([])
      }),
      runs,
    )
  })

  it('a limit always stands until the case is closed, released or the reporter wants none, within what may be set', () => {
    fc.assert(
      fc.property(histories, (pushes) => {
        follow(pushes, (_, __, after) => {
          const { release, remind } = expectedSchedule(setting, after)
          const released = after.history.some(({ transition }) => transition.effect === 'release')
          // What was said last counts: to want none, or to have the limit restored.
          const last = after.history.findLast(
            ({ facts, transition }) => facts.limit || transition.effect === 'restore-limit',
          )
          if (after.at.main.state === 'closed') expect(remind).toBeNull()
          else if (!released && last?.facts.limit !== 'off') expect(release).not.toBeNull()
          if (release !== null) expect(daysBetween(after.day, release)).toBeLessThanOrEqual(130)
        })
      }),
      runs,
    )
  })
})
