import { describe, expect, it } from 'vitest'
import { type Step, stepOfEntry } from '../../src/domain/steps.ts'
import { tellCase } from '../../src/domain/tell-case.ts'
import type { FurtherKey, Told } from '../../src/domain/told.ts'
import { setting } from './procedure/support/cast.ts'

const weekendsOnly = { holidays: [] }

const lea: FurtherKey = { standing: 'representative', id: 'lea' }
const amina: FurtherKey = { standing: 'readmitted', id: 'amina' }

const report = { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'Stamps.' } as const
const request = { ...report, kind: 'protection', track: 'prevention', feared: 'My contract ends.' } as const

type Line = Omit<Told, 'sequence'>
const by = (further: FurtherKey, day: string, step: Step): Line => ({ day, author: null, further, step })
const reporter = (day: string, step: Step, key?: Told['key']): Line => ({
  day,
  author: null,
  step,
  ...(key && { key }),
})
const officer = (author: string, day: string, step: Step, letIn?: boolean): Line => ({
  ...{ day, author, step },
  ...(letIn !== undefined && { key: { id: amina.id, letIn } }),
})

/** Ines signs first, Bo second. */
const readmitted: readonly Line[] = [
  officer('ines', '2026-12-01', { type: 'readmitted', how: 'I know her voice.' }, false),
  officer('bo', '2026-12-01', { type: 'readmitted', how: 'So do I.' }, true),
]
const declared: readonly Line[] = ['ines', 'bo'].map((name) =>
  officer(name, '2026-11-21', { type: 'procedure', transition: 'declare-no-conflict' }),
)

const tell = (first: Step, ...lines: readonly Line[]) => {
  const told = [reporter('2026-11-20', first), ...lines].map((line, sequence) => ({ sequence, ...line }))
  return tellCase(told, weekendsOnly, first.type === 'report' && first.kind === 'protection' ? setting : null)
}
const story = (...lines: readonly Line[]) => tell(report, ...lines)?.story ?? expect.fail('no story')
const course = (...lines: readonly Line[]) => tell(request, ...declared, ...lines)?.story ?? expect.fail('no story')
const voids = ({ voids }: { voids: ReadonlyMap<number, string> }) => [...voids.values()]

describe('a representative', () => {
  it('speaks for the reporter, whom the office then owes an answer, and takes no step of theirs', () => {
    const told = story(by(lea, '2026-11-21', { type: 'message', text: 'I speak for her.' }))
    expect([told.lastFromReporter, voids(told)]).toEqual([1, []])
    for (const step of [{ type: 'withdrawal' }, { type: 'withdrawal-undone' }] as const)
      expect(voids(story(by(lea, '2026-11-21', step))), step.type).toEqual(['step.only_reporter'])
  })

  it('takes no step of the procedure of a request, however it is written', () => {
    const withdraw = { type: 'procedure', transition: 'withdraw' } as const
    expect(voids(course(by(lea, '2026-11-24', withdraw)))).toEqual(['role-not-allowed'])
    expect(voids(course(by(lea, '2026-11-24', { type: 'withdrawal' })))).toEqual(['role-not-allowed'])
    expect(course(by(lea, '2026-11-24', withdraw)).state).not.toBe('withdrawn')
  })
})

describe('somebody who was readmitted', () => {
  const withdrawal = (day: string) => by(amina, day, { type: 'withdrawal' })

  it('withdraws a report only once ten days are over, rolled on to a working day', () => {
    expect(voids(story(...readmitted, withdrawal('2026-12-11')))).toEqual(['step.key_waits'])
    expect(story(...readmitted, withdrawal('2026-12-12')).state).toBe('withdrawn')
    const early = [
      officer('ines', '2026-12-03', { type: 'readmitted' }, false),
      officer('bo', '2026-12-03', { type: 'readmitted' }, true),
    ]
    expect(voids(story(...early, withdrawal('2026-12-14')))).toEqual(['step.key_waits'])
    expect(story(...early, withdrawal('2026-12-15')).state).toBe('withdrawn')
  })

  it('withdraws a request only once the wait of the rules is over', () => {
    expect(voids(course(...readmitted, withdrawal('2026-12-05')))).toEqual(['new-key-waits'])
    expect(course(...readmitted, withdrawal('2026-12-14')).state).toBe('withdrawn')
  })

  it('is nobody in the procedure before the second signature, nor after the first key objected', () => {
    expect(voids(course(...readmitted.slice(0, 1), withdrawal('2026-12-20')))).toEqual(['not-this-key'])
    const objected = reporter('2026-12-02', { type: 'key-ended' }, { id: amina.id, letIn: false })
    expect(voids(course(...readmitted, objected, withdrawal('2026-12-20')))).toEqual(['not-this-key'])
  })

  it('stays let in though the case moved on between the two signatures', () => {
    const between: Line = officer('ines', '2026-12-01', { type: 'procedure', transition: 'acknowledge' })
    const moved = course(readmitted[0] as Line, between, readmitted[1] as Line, withdrawal('2026-12-14'))
    expect([voids(moved), moved.state]).toEqual([[], 'withdrawn'])
  })

  it('cannot shut the reporter out, and neither can others, by words that say that the key was replaced', () => {
    const said: Step = { type: 'key-replaced' }
    for (const line of [
      by(lea, '2026-12-02', said),
      by(amina, '2026-12-02', said),
      officer('ines', '2026-12-02', said),
    ])
      expect(course(...readmitted, line, reporter('2026-12-20', { type: 'withdrawal' })).state).toBe('withdrawn')
  })

  it('is let in or put out by the chain alone: words that say so have no effect', () => {
    const said = (transition: string, facts: Record<string, string>): Step => ({ type: 'procedure', transition, facts })
    const faked = course(
      officer('ines', '2026-12-01', said('readmit', { key: 'mallory', how_known: 'x' })),
      reporter('2026-12-02', said('object-to-readmission', { key: 'amina' })),
    )
    expect(voids(faked)).toEqual(['step.not_in_requests', 'step.not_in_requests'])
    const body = { type: 'key-replaced' }
    expect(stepOfEntry({ kind: 'entry', byService: false, body })).toBeNull()
    expect(stepOfEntry({ kind: 'rekey', byService: false, body })).toEqual(body)
    for (const type of ['represented', 'readmitted', 'key-ended', 'released'])
      expect(stepOfEntry({ kind: 'entry', byService: false, body: { type, by: 'service' } }), type).toBeNull()
    expect(stepOfEntry({ kind: 'end-key', byService: false, body: null })).toEqual({ type: 'key-ended' })
  })
})
