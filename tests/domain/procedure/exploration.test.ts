import { describe, expect, it } from 'vitest'
import { isConflicted } from '../../../src/domain/procedure/history.ts'
import { rules } from './support/cast.ts'
import { canEnd, type Edge, explore, type Graph, reachable } from './support/explore.ts'
import { allDeclare, intake, type Line, play, readyToDecide, underInvestigation } from './support/play.ts'

/** Steps that may be taken anywhere and lead nowhere; each has tests of its own. */
const aside = [
  ...[
    'read',
    'remind-information',
    'plan-check-in',
    'exclude-person',
    'name-implicated',
    'restore-limit',
    'add-act',
    'contest-acts',
  ],
  ...['declare-conflict', 'tell-of-newcomer', 'accept-newcomer', 'let-read', 'call-substitute'],
  'open-acts-to-reviewer',
  ...['show-letter', 'consent-to-letter', 'record-letter-necessity', 'send-letter', 'record-letter-service'],
  ...['seal-letter', 'record-letter-answer'],
  ...['readmit', 'object-to-readmission', 'replace-key'],
]
const measures = rules.pack.transitions.filter(({ region }) => region === 'measures').map(({ id }) => id)
const main = rules.pack.transitions.filter(({ region }) => region === 'main').map(({ id }) => id)
const again = ['ask-to-reopen', 'reopen']
const everybody = ['rosa', 'ines', 'bo', 'alma', 'ivo', 'ilse']

const declared = allDeclare('2026-11-20')
const sentLate: Line[] = [['2026-11-20', 'rosa', 'submit-protection', { demotion: '2025-01-01' }], ...declared]
const fear: Line[] = [['2026-11-20', 'rosa', 'submit-prevention'], ...declared]
const question: Line[] = [['2026-11-20', 'rosa', 'ask-advice'], ...declared]

const starts = [play(...sentLate), play(...fear), play(...question)]
const whole = explore({
  actors: everybody,
  without: new Set([...aside, ...measures, ...again, 'withdraw', 'release']),
  from: starts,
})
const roots = [...whole.keys()].slice(0, starts.length)
const withdrawn = explore({
  actors: everybody,
  without: new Set([
    ...aside,
    ...measures,
    ...again,
    ...main.filter((id) => !/withdraw|monitor|close|follow-up/.test(id)),
  ]),
  from: [play(...intake), play(...underInvestigation)],
})

const conflictSteps = ['acknowledge', 'check-conflicts', 'clear-conflicts', 'declare-conflict', 'reassign', 'take-over']
const allowed = [...conflictSteps, 'tell-of-newcomer', 'accept-newcomer', 'release', 'release-at-limit']
const conflicts = explore({
  actors: ['rosa', 'ines', 'sol', 'service'],
  without: new Set([...main, ...measures].filter((id) => !allowed.includes(id))),
  from: [play(...sentLate)],
})

const all = [whole, withdrawn, conflicts].flatMap((graph) => [...graph.values()])

describe('every case that the pack allows', () => {
  it('reaches every state of the main track', () => {
    const reached = new Set(all.map(({ progress }) => progress.at.main.state))
    const wanted = rules.pack.states.filter(({ region, kind }) => region === 'main' && kind !== 'first')
    expect(wanted.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
  })

  it('can be closed from wherever it stands', () => {
    expect(stuckIn(whole, () => true)).toEqual([])
    expect(stuckIn(withdrawn, () => true)).toEqual([])
  })

  it('takes every step that the pack has', () => {
    const taken = new Set(all.flatMap(({ edges }) => edges.map(byName)))
    const elsewhere = new Set([...aside, ...measures, ...again, ...sidePaths])
    expect(main.filter((id) => !taken.has(id) && !elsewhere.has(id))).toEqual([])
  })
})

/** Steps before the case is sent, or that need an earlier one left out above. */
const sidePaths = [
  ...['submit-protection', 'submit-prevention', 'ask-advice', 'declare-no-conflict', 'assess-acts', 'take-up-acts'],
  ...['release-at-limit', 'ask-administration-on-acts', 'check-in'],
  ...['administration-answers-on-acts', 'decide-contested', 'contested-unanswered'],
]

/** The states in which some case cannot be brought to an end along these edges. */
function stuckIn(graph: Graph, through: (edge: Edge) => boolean): readonly string[] {
  const ending = canEnd(graph, through)
  const stuck = [...graph].filter(([key]) => !ending.has(key))
  return [...new Set(stuck.map(([, { progress }]) => progress.at.main.state))]
}

function byName({ transition }: Edge): string | null {
  return transition
}

describe('a case in which somebody is in conflict', () => {
  it('goes on from wherever it stands, as long as an officer or the substitute is left', () => {
    const stuck = [...conflicts.keys()].filter((key) => {
      const { history } = conflicts.get(key)?.progress ?? { history: [] }
      if (['ines', 'sol'].every((id) => isConflicted(history, id))) return false
      const ahead = [...reachable(conflicts, [key], () => true)]
      return !ahead.some((end) => conflicts.get(end)?.progress.at.main.state === 'admissibility')
    })
    expect(stuck.map((key) => conflicts.get(key)?.progress.history.map(({ transition }) => transition.id))).toEqual([])
  })

  it('is given to other hands only if somebody declared a conflict', () => {
    const reached = reachable(
      conflicts,
      [[...conflicts.keys()][0] ?? ''],
      (edge) => edge.transition !== 'declare-conflict',
    )
    expect([...reached].flatMap((key) => conflicts.get(key)?.edges.map(byName) ?? [])).not.toContain('reassign')
    expect([...conflicts.values()].flatMap(({ edges }) => edges.map(byName))).toContain('take-over')
  })
})

function isNoAnswerOf(party: string): (edge: Edge) => boolean {
  return ({ transition }) => rules.transitions.get(transition ?? '')?.records !== party
}

/** Who may be silent, and which steps are then left. */
const silences: readonly (readonly [string, (edge: Edge) => boolean])[] = [
  ['the requester', (edge) => edge.by !== 'rosa'],
  ['the alternate reviewer', (edge) => edge.by !== 'alma'],
  ['the investigator', (edge) => edge.by !== 'ivo'],
  ['every investigator', (edge) => edge.by !== 'ivo' && edge.by !== 'ilse'],
  ['management', isNoAnswerOf('management')],
  ['the mediator', isNoAnswerOf('mediator')],
  ['the subject', isNoAnswerOf('subject')],
]

describe('nobody can block a case', { timeout: 300_000 }, () => {
  it.each(silences)('a case can be closed although %s is silent', (_, speaks) => {
    expect(stuckIn(whole, speaks)).toEqual([])
    const begun = ['preliminary_review', 'investigation']
    expect(stuckIn(withdrawn, speaks).filter((state) => !begun.includes(state))).toEqual([])
  })

  it('a case can be closed although everybody in the office is silent', () => {
    const firsts = new Map([...whole, ...withdrawn].map(([, { progress }]) => [progress.at.main.state, progress]))
    const alone = explore({
      actors: ['rosa', 'sol', 'alma', 'ivo', 'ilse', 'service'],
      without: new Set([...aside, ...measures, ...again, 'withdraw']),
      from: [...firsts.values()],
    })
    expect(stuckIn(alone, () => true)).toEqual([])
  })
})

describe('a case in which the executive head is involved', { timeout: 300_000 }, () => {
  const named: Line = ['2027-03-11', 'ines', 'name-implicated']
  const graph = explore({
    actors: everybody,
    without: new Set([...aside, ...measures, ...again, 'withdraw', 'release']),
    from: [play(...readyToDecide, named)],
  })

  it('goes to the other authority and can be closed, whoever is silent', () => {
    const taken = [...graph.values()].flatMap(({ edges }) => edges.map(byName))
    expect(taken).toEqual(expect.arrayContaining(['recommend', 'renew-recommendation', 'management-accepts']))
    for (const [, speaks] of silences) expect(stuckIn(graph, speaks)).toEqual([])
  })

  it('tells the executive head nothing on any way', () => {
    const told = [...graph.values()].flatMap(({ progress: { history } }) =>
      history.flatMap(({ transition, facts }) => (transition.id === 'name-implicated' ? [] : [facts.to_authority])),
    )
    expect(told).toContain('governing-body')
    expect(told).not.toContain('executive-head')
  })
})

describe('no step gets around a guard', { timeout: 300_000 }, () => {
  it.each([
    ['determine-established', ['deliver-report']],
    ['determine-not-established', ['deliver-report']],
    ['determine-established', ['open-annexes']],
    ['determine-not-established', ['open-annexes']],
    ['determine-established', ['send-material-to-requester']],
    ['determine-not-established', ['send-material-to-requester']],
    ['determine-established', ['send-material-to-subject']],
    ['determine-not-established', ['send-material-to-subject']],
    ['refer', ['consent-to-referral', 'record-necessity', 'record-danger-to-life']],
    ['refer', ['assess-risk']],
    ['assess-risk', ['ask-risk-view', 'give-risk-view']],
    ['review-finds', ['ask-administration', 'administration-answers']],
    ['review-reopens', ['ask-administration', 'administration-answers']],
    ['review-readmits', ['ask-administration', 'administration-answers']],
    ['review-upholds', ['ask-administration', 'administration-answers']],
    ['end-unreported', ['refer-to-another']],
    ['mediator-confirms', ['ask-informal']],
    ['begin-monitoring', ['write-prevention-plan', 'settle', 'review-upholds', 'recommend']],
    ['management-silent', [null]],
    ['unreviewed-finds', [null]],
    ['unreviewed-reopens', [null]],
    ['unreviewed-readmits', [null]],
    ['refer-to-another', [null, 'decline-referral']],
    ['follow-up-after-refusal', [null]],
    ['decide-on-file', [null]],
  ])('%s is never taken without one of %j', (step, missing) => {
    const reached = reachable(whole, roots, ({ transition }) => !(missing as (string | null)[]).includes(transition))
    const taken = [...reached].flatMap((key) => whole.get(key)?.edges.map(byName) ?? [])
    expect([...whole.values()].flatMap(({ edges }) => edges.map(byName))).toContain(step)
    expect(taken).not.toContain(step)
  })
})

describe('interim measures', { timeout: 300_000 }, () => {
  const graph = explore({
    actors: everybody,
    without: new Set(main.filter((id) => id !== 'close')),
    from: [play(...intake)],
  })
  const wanted = rules.pack.states.filter(({ region }) => region === 'measures').map(({ id }) => id)
  const resting = ['measures_none', 'measures_ended', 'measures_upheld']

  it('every state of the measures can be reached', () => {
    const reached = new Set([...graph.values()].map(({ progress }) => progress.at.measures.state))
    expect(wanted.filter((id) => !reached.has(id))).toEqual([])
  })

  it.each([
    ['the requester', (edge) => edge.by !== 'rosa'],
    ['the alternate reviewer', (edge) => edge.by !== 'alma'],
    ['management', (edge: Edge) => rules.transitions.get(edge.transition ?? '')?.records !== 'management'],
  ])('a request for measures comes to an end although %s is silent', (_, speaks) => {
    for (const key of graph.keys()) {
      const ends = [...reachable(graph, [key], speaks)].map((end) => graph.get(end)?.progress.at.measures.state ?? '')
      expect(ends.some((state) => resting.includes(state))).toBe(true)
    }
  })
})
