import { describe, expect, it } from 'vitest'
import type { SealedStep } from '../../../src/domain/procedure/fields.ts'
import { procedureSteps } from '../../../src/domain/procedure/from-told.ts'
import type { Step } from '../../../src/domain/steps.ts'
import { summarise, summaryOf } from '../../../src/domain/summary.ts'
import { needsRules, tellCase } from '../../../src/domain/tell-case.ts'
import { inStandingOn, roleOn, type Tenure } from '../../../src/domain/tenure.ts'
import type { Told } from '../../../src/domain/told.ts'
import { rules, setting } from './support/cast.ts'

const request: Step = {
  type: 'report',
  kind: 'protection',
  mode: 'confidential',
  language: 'en',
  story: 'My duties were taken from me.',
  track: 'protection',
  acts: JSON.stringify([
    { type: 'duties', known: '2026-11-02' },
    { type: 'transfer', about: 'in autumn' },
  ]),
}
const weekendsOnly = { holidays: [] }

type Line = readonly [day: string, author: string | null, step: Step]

const told = (...lines: readonly Line[]): Told[] =>
  lines.map(([day, author, step], sequence) => ({ sequence, day, author, step }))

const take = (transition: string, said: Partial<SealedStep> = {}): Step => ({ type: 'procedure', transition, ...said })

const standing = (...lines: readonly Line[]) => {
  const all = told(['2026-11-20', null, request], ...lines)
  return tellCase(all, weekendsOnly, setting) ?? expect.fail('it was not told')
}

const state = (...lines: readonly Line[]) => standing(...lines).progress?.at.main.state

describe('a request, told from what its entries say', () => {
  it('begins with what was written: its acts, with the day on which the person learnt of each', () => {
    const { story, progress } = standing()
    expect(progress?.at.main.state).toBe('submitted')
    expect(progress?.history[0]?.about).toEqual({ 'act-1': '2026-11-02', 'act-2': 'unknown' })
    expect(story).toMatchObject({ kind: 'protection', state: 'received', received: '2026-11-20' })
    expect(story.owed[0]).toMatchObject({ what: 'acknowledgement', due: '2026-11-25', limit: '2026-11-27', kept: null })
  })

  it('is never turned away for naming no act, or a day that has not come', () => {
    for (const acts of ['', 'no list', JSON.stringify([{ known: '2027-01-01' }])]) {
      const [first] = procedureSteps(rules, setting.people, told(['2026-11-20', null, { ...request, acts }]))
      expect(first?.about).toEqual({ 'act-1': 'unknown' })
      expect(tellCase(told(['2026-11-20', null, { ...request, acts }]), weekendsOnly, setting)?.story.voids.size).toBe(
        0,
      )
    }
  })

  it('prevention begins without an act', () => {
    const { acts: _, ...fear } = request as Extract<Step, { type: 'report' }>
    const all = told(['2026-11-20', null, { ...fear, track: 'prevention' }])
    expect(tellCase(all, weekendsOnly, setting)?.progress?.history[0]?.transition.id).toBe('submit-prevention')
  })

  it('whoever answers it says first that they are in no conflict, or the answer is void with that rule', () => {
    const early = standing(['2026-11-23', 'ines', { type: 'acknowledgement', text: 'Read.' }])
    expect([...early.story.voids]).toEqual([[1, 'declared-first']])
    const { story } = standing(
      ['2026-11-23', 'ines', take('declare-no-conflict')],
      ['2026-11-23', 'ines', take('acknowledge', { text: 'We have read it.' })],
    )
    expect(story).toMatchObject({ state: 'acknowledged', lastFromOffice: 2 })
    expect(story.owed.find(({ what }) => what === 'acknowledgement')).toMatchObject({ kept: '2026-11-23' })
  })

  it('has no state that somebody sets by hand, and a plain report has no procedure', () => {
    const declared: Line = ['2026-11-23', 'ines', take('declare-no-conflict')]
    const moved = standing(declared, ['2026-11-23', 'ines', { type: 'state', to: 'answered', text: 'Done.' }])
    expect([...moved.story.voids]).toEqual([[2, 'step.not_in_requests']])
    const plain = told(['2026-11-20', null, { ...request, kind: 'report' } as Step], declared)
    const report = tellCase(plain, weekendsOnly, setting)
    expect(report?.progress).toBeNull()
    expect([...(report?.story.voids ?? [])]).toEqual([[1, 'step.no_procedure']])
  })

  it('is withdrawn and taken back, with the day until which that can be done', () => {
    const withdrawn = standing(['2026-11-20', null, { type: 'withdrawal' }])
    expect(withdrawn.story).toMatchObject({
      state: 'withdrawn',
      withdrawal: { day: '2026-11-20', undoUntil: '2026-11-30' },
    })
    expect(
      state(['2026-11-20', null, { type: 'withdrawal' }], ['2026-11-24', null, { type: 'withdrawal-undone' }]),
    ).toBe('submitted')
  })

  it('opens to the substitute by the hand of the service when the limit has passed, by the person’s at any time', () => {
    const byService = (day: string) => standing([day, null, { type: 'released', by: 'service' }]).story.voids
    expect([...byService('2026-11-27')]).toEqual([[1, 'release-due']])
    expect([...byService('2026-11-28')]).toEqual([])
    expect([...standing(['2026-11-21', null, { type: 'released', by: 'reporter' }]).story.voids]).toEqual([])
  })

  it('goes on under a new key of the person, and no longer under the old one', () => {
    expect(state(['2026-11-20', null, { type: 'key-replaced' }], ['2026-11-20', null, { type: 'withdrawal' }])).toBe(
      'withdrawn',
    )
  })

  it('is closed by two signatures, one directly after the other', () => {
    const closing: Line[] = [
      ['2026-11-23', 'ines', take('declare-no-conflict')],
      ['2026-11-23', 'bo', take('declare-no-conflict')],
      ['2026-11-20', null, { type: 'withdrawal', text: 'No longer.' }],
    ]
    const facts = { pressure: 'no', measures: 'end', monitoring: 'end' }
    const withdrawn: Line[] = [...closing.slice(0, 2), ['2026-11-24', null, take('withdraw', { facts })]]
    const first: Line = ['2026-12-08', 'ines', take('close-withdrawn')]
    expect(standing(...withdrawn, first).story.closing).toEqual({ author: 'ines', sequence: 4 })
    expect(state(...withdrawn, first, ['2026-12-08', 'bo', take('close-withdrawn', { seconds: 4 })])).toBe('closed')
    const between: Line = ['2026-12-08', null, { type: 'message', text: 'Wait.' }]
    const apart = standing(...withdrawn, first, between, ['2026-12-08', 'bo', take('close-withdrawn', { seconds: 4 })])
    expect(apart.progress?.at.main.state).toBe('withdrawn')
  })

  it('fits into the summary of the inbox with the place where it stands', () => {
    const summary = summarise(standing(), '審'.repeat(200))
    expect(summary.place).toBe('submitted')
    expect(new TextEncoder().encode(JSON.stringify(summary)).length).toBeLessThanOrEqual(470)
    expect(summaryOf(JSON.parse(JSON.stringify(summary)))).toEqual(summary)
  })

  it('fits into it whatever its title is made of, wherever it stands and however many declared', () => {
    const people = Array.from({ length: 12 }, (_, number) => `${number + 10}${'x'.repeat(20)}`)
    const declared = people.map((id): Line => ['2026-11-20', id, take('declare-no-conflict')])
    const tenures = people.map((id): Tenure => ({ id, role: 'officer', from: '2020-01-01', until: null }))
    const all = told(['2026-11-20', null, request], ...declared)
    const found = tellCase(all, weekendsOnly, { rules, people: tenures }) ?? expect.fail('it was not told')
    for (const sign of ['\u{1F600}', '"', '\u0001', '\ud800']) {
      const summary = summarise(found, sign.repeat(200))
      const places = rules.pack.states.map(({ id }) => JSON.stringify({ ...summary, state: 'acknowledged', place: id }))
      for (const json of places) expect(new TextEncoder().encode(json).length).toBeLessThanOrEqual(470)
    }
  })

  it('needs the rules that it began under, as advice does and a report does not', () => {
    expect(needsRules({ type: 'report', kind: 'protection' })).toBe(true)
    expect(needsRules({ type: 'report', kind: 'advice' })).toBe(true)
    expect(needsRules({ type: 'report', kind: 'report' })).toBe(false)
    expect(needsRules(null)).toBe(false)
  })
})

describe('advice', () => {
  const asked: Step = { type: 'report', kind: 'advice', mode: 'anonymous', language: 'en', story: 'May I accept it?' }
  const declared: Line = ['2026-11-20', 'ines', take('declare-no-conflict')]
  const advice = (...lines: readonly Line[]) =>
    tellCase(told(['2026-11-20', null, asked], declared, ...lines), weekendsOnly, setting) ??
    expect.fail('it was not told')
  const answered: Line = ['2026-11-24', 'ines', take('answer-advice', { text: 'You may not.' })]

  it('is owed in ten working days besides the reply, and is kept when the office answers', () => {
    const { story } = advice()
    expect(story).toMatchObject({ kind: 'advice', state: 'received' })
    expect(story.owed).toMatchObject([
      { what: 'acknowledgement', due: '2026-11-25', limit: '2026-11-27', kept: null },
      { what: 'advice', due: '2026-12-04', kept: null },
      { what: 'step' },
    ])
    const after = advice(answered)
    expect(after.story.state).toBe('answered')
    expect(after.story.owed.filter(({ what }) => what !== 'step').map(({ kept }) => kept)).toEqual([
      '2026-11-24',
      '2026-11-24',
    ])
  })

  it('is closed by two, once it was answered and not before', () => {
    const close = (day: string, who: string, said = {}): Line => [day, who, take('close', said)]
    const early = advice(close('2026-11-24', 'ines', { facts: { reasons: 'Done.' } }))
    expect([...early.story.voids.values()]).toEqual(['step-not-here'])
    const both = advice(
      ['2026-11-20', 'bo', take('declare-no-conflict')],
      answered,
      close('2026-11-25', 'ines', { facts: { reasons: 'Done.' } }),
      close('2026-11-25', 'bo', { seconds: 4 }),
    )
    expect(both.story).toMatchObject({ state: 'closed', owed: [] })
  })

  it('becomes a request in the same case by the step of whoever asked, and keeps its first day', () => {
    const facts = { for_whom: 'me', limit: 'on' }
    const act = { acts: JSON.stringify([{ type: 'duties', known: '2026-11-23' }]) }
    const steps: readonly Line[] = [
      [
        '2026-11-25',
        null,
        take('submit-protection', { facts: { ...facts, ...act }, about: { 'act-1': '2026-11-23' } }),
      ],
      ['2026-11-25', null, take('submit-prevention', { facts })],
    ]
    for (const asking of steps) {
      const { story, progress } = advice(answered, asking)
      expect(story).toMatchObject({ kind: 'protection', received: '2026-11-20', since: '2026-11-25' })
      expect(progress?.at.main.state).toBe('submitted')
      expect(story.owed.findLast(({ what }) => what === 'acknowledgement')).toMatchObject({
        ...{ from: '2026-11-25', due: '2026-11-30', kept: null },
      })
    }
    const byOffice = advice(['2026-11-25', 'ines', take('submit-prevention', { facts })])
    expect(byOffice.story.kind).toBe('advice')
    expect([...byOffice.story.voids.values()]).toEqual(['role-not-allowed'])
  })
})

describe('people who come and go', () => {
  const people: Tenure[] = [
    { id: 'nadia', role: 'officer', from: '2026-01-05', until: '2026-06-01' },
    { id: 'nadia', role: 'investigator', from: '2026-06-01', until: '2026-09-01' },
  ]

  it('sign in the role that they had on that day, also after they left', () => {
    expect(roleOn(people, 'nadia', '2026-01-04')).toBeNull()
    expect(roleOn(people, 'nadia', '2026-05-31')).toBe('officer')
    expect(roleOn(people, 'nadia', '2026-06-01')).toBe('investigator')
    expect(roleOn(people, 'nadia', '2027-01-01')).toBe('investigator')
    expect(inStandingOn(people, '2026-05-31').map(({ role }) => role)).toEqual(['officer'])
    expect(inStandingOn(people, '2026-09-01')).toEqual([])
  })

  it('change nothing of what was signed before they came', () => {
    const alone = [
      { id: 'ines', role: 'officer', from: '2026-01-01', until: null },
      { id: 'sol', role: 'substitute', from: '2026-01-01', until: null },
    ] as const
    const later = [...alone, { id: 'bo', role: 'officer', from: '2027-01-01', until: null }] as const
    const lines = told(
      ['2026-11-20', null, request],
      ['2026-11-20', 'ines', take('declare-conflict', { facts: { what: 'A friend of the subject.' } })],
      ['2026-11-20', 'sol', take('declare-no-conflict')],
      ['2026-11-23', 'sol', take('acknowledge', { text: 'We have read it.' })],
    )
    for (const office of [alone, later]) {
      expect(tellCase(lines, weekendsOnly, { rules, people: office })?.story.voids.size).toBe(0)
    }
  })
})
