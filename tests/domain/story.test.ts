import { describe, expect, it } from 'vitest'
import { fieldsOf, type Step, stepOf, stepOfEntry } from '../../src/domain/steps.ts'
import { nextOwed, type Story, type Told, tellStory } from '../../src/domain/story.ts'
import { countedFrom, firstSummary, summarise, summaryOf, titleFrom } from '../../src/domain/summary.ts'

const weekendsOnly = { holidays: [] }

const report: Extract<Step, { type: 'report' }> = {
  type: 'report',
  kind: 'report',
  mode: 'anonymous',
  language: 'en',
  story: 'The ledger is wrong.',
}
const ines = 'ines'
const bo = 'bo'

function told(...steps: [day: string, author: string | null, step: Step][]): Told[] {
  return steps.map(([day, author, step], sequence) => ({ sequence, day, author, step }))
}

function story(...steps: [day: string, author: string | null, step: Step][]): Story {
  const result = tellStory(told(['2026-11-20', null, report], ...steps), weekendsOnly)
  if (!result) throw new Error('no story')
  return result
}

describe('the story of a case', () => {
  it('a new report is owed a personal reply in three working days, seven days at the latest', () => {
    expect(nextOwed(story())).toMatchObject({ what: 'acknowledgement', due: '2026-11-25', limit: '2026-11-27' })
  })

  it('the first summary of a report is what its whole story would come to', () => {
    for (const kind of ['report', 'protection', 'advice'] as const) {
      for (const title of [{}, { title: 'A ledger' }]) {
        const step = { ...report, kind, ...title }
        const whole = tellStory(told(['2026-11-20', null, step]), weekendsOnly)
        if (!whole) throw new Error('no story')
        const { title: named = titleFrom(step.story) } = step
        expect(firstSummary(step, '2026-11-20', weekendsOnly)).toEqual(
          summarise({ story: whole, progress: null }, named),
        )
      }
    }
  })

  it('an acknowledgement is kept, and feedback is then owed in three months', () => {
    const after = story(['2026-11-23', ines, { type: 'acknowledgement', text: 'We have read it.' }])
    expect(after.state).toBe('acknowledged')
    expect(after.owed[0]?.kept).toBe('2026-11-23')
    expect(nextOwed(after)).toMatchObject({ what: 'feedback', due: '2027-02-23' })
  })

  it('a late acknowledgement does not move the feedback', () => {
    const late = story(['2026-12-30', ines, { type: 'acknowledgement', text: 'Late.' }])
    expect(nextOwed(late)).toMatchObject({ what: 'feedback', from: '2026-11-27', due: '2027-03-01' })
  })

  it('feedback is kept when the office says that it has answered', () => {
    const answered = story(['2026-11-23', ines, { type: 'state', to: 'answered', text: 'This is what we did.' }])
    expect(answered.state).toBe('answered')
    expect(nextOwed(answered)).toBeNull()
  })

  it('a reporter who answers a question takes the case out of waiting', () => {
    const back = story(
      ['2026-11-23', ines, { type: 'state', to: 'waiting', text: 'Which month?' }],
      ['2026-11-24', null, { type: 'message', text: 'May.' }],
    )
    expect(back.state).toBe('assessment')
    expect(back.lastFromReporter).toBe(2)
  })

  it('a withdrawal can be undone until the tenth day, and the case goes on where it was', () => {
    const withdrawn = story(
      ['2026-11-23', ines, { type: 'acknowledgement', text: 'Read.' }],
      ['2026-11-24', null, { type: 'withdrawal' }],
    )
    expect(withdrawn.withdrawal).toEqual({ day: '2026-11-24', undoUntil: '2026-12-04' })
    expect(withdrawn.state).toBe('withdrawn')
    expect(nextOwed(withdrawn)).toBeNull()
    const undone = story(
      ['2026-11-23', ines, { type: 'acknowledgement', text: 'Read.' }],
      ['2026-11-24', null, { type: 'withdrawal' }],
      ['2026-12-04', null, { type: 'withdrawal-undone' }],
    )
    expect(undone.state).toBe('acknowledged')
    const late = story(
      ['2026-11-24', null, { type: 'withdrawal' }],
      ['2026-12-05', null, { type: 'withdrawal-undone' }],
    )
    expect(late.state).toBe('withdrawn')
    expect(late.voids.get(2)).toBe('step.too_late_to_undo')
    const weekend = story(
      ['2026-11-25', null, { type: 'withdrawal' }],
      ['2026-12-07', null, { type: 'withdrawal-undone' }],
    )
    expect(weekend.voids.size).toBe(0)
  })

  it('steps by the wrong side are void and change nothing', () => {
    const odd = story(
      ['2026-11-21', null, { type: 'state', to: 'closed' }],
      ['2026-11-21', null, { type: 'acknowledgement', text: 'I acknowledge myself.' }],
      ['2026-11-21', ines, { type: 'withdrawal' }],
      ['2026-11-21', ines, { type: 'state', to: 'withdrawn' }],
      ['2026-11-21', null, report],
    )
    expect([...odd.voids.values()]).toEqual([
      'step.only_office',
      'step.only_office',
      'step.only_reporter',
      'step.no_such_move',
      'step.not_first',
    ])
    expect(odd.state).toBe('received')
  })

  it('closing takes two different officers, one directly after the other', () => {
    const closed: Step = { type: 'closed', text: 'Done.' }
    expect(story(['2026-11-23', ines, closed]).closing).toEqual({ author: ines, sequence: 1 })
    expect(story(['2026-11-23', ines, closed], ['2026-11-23', ines, closed]).state).not.toBe('closed')
    expect(story(['2026-11-23', ines, closed], ['2026-11-23', bo, closed]).state).toBe('closed')
    const between = story(
      ['2026-11-23', ines, closed],
      ['2026-11-23', null, { type: 'message', text: 'Wait.' }],
      ['2026-11-23', bo, closed],
    )
    expect(between.state).not.toBe('closed')
  })

  it('who opened the name, when and why stands in the story', () => {
    const opened = story(['2026-11-23', ines, { type: 'identity-opened', reason: 'To ask for interim measures.' }])
    expect(opened.identityOpenings).toEqual([
      { day: '2026-11-23', author: ines, reason: 'To ask for interim measures.' },
    ])
  })

  it('a case whose first step is not a report has no story', () => {
    expect(tellStory([], weekendsOnly)).toBeNull()
    expect(tellStory(told(['2026-11-20', ines, report]), weekendsOnly)).toBeNull()
  })
})

describe('sealed bodies', () => {
  it('a step goes into fields and back, without what was left open', () => {
    const step = { ...report, when: 'in May', place: '' }
    expect(fieldsOf(step)).toEqual({ ...report, when: 'in May' })
    expect(stepOf(fieldsOf(step))).toEqual({ ...report, when: 'in May' })
  })

  it('what is no step is refused', () => {
    expect(stepOf({})).toBeNull()
    expect(stepOf({ type: 'toString' })).toBeNull()
    expect(stepOf({ type: 'message' })).toBeNull()
    expect(stepOf({ type: 'state', to: 'nowhere' })).toBeNull()
    expect(stepOf({ type: 'note', text: 'x', __proto__: 'y', later: 'z' })).toEqual({ type: 'note', text: 'x' })
  })

  it('a release is what the chain says is one, and no body can say so', () => {
    const body = { type: 'released', by: 'service' }
    expect(stepOfEntry({ kind: 'entry', byService: false, body })).toBeNull()
    expect(stepOfEntry({ kind: 'release', byService: false, body })).toEqual({ type: 'released', by: 'reporter' })
    expect(stepOfEntry({ kind: 'release', byService: true, body: null })).toEqual(body)
    expect(stepOfEntry({ kind: 'entry', byService: false, body: null })).toBeNull()
    const note = { type: 'note', text: 'x' }
    expect(stepOfEntry({ kind: 'entry', byService: false, body: note })).toEqual(note)
  })

  it('a summary fits and reads back', () => {
    const summary = summarise({ story: story(), progress: null }, '審'.repeat(200))
    expect(new TextEncoder().encode(JSON.stringify(summary)).length).toBeLessThanOrEqual(470)
    expect(summaryOf(JSON.parse(JSON.stringify(summary)))).toEqual(summary)
    expect(summaryOf({ title: 1 })).toBeNull()
    expect(titleFrom('  The ledger\nis wrong')).toBe('The ledger')
  })
})

describe('the summary of a report that came as a file', () => {
  const made = firstSummary(report, '2026-09-01', weekendsOnly)

  it('counts what is owed from the day on which it was received', () => {
    const fresh = firstSummary(report, '2026-11-20', weekendsOnly)
    expect(countedFrom(made, '2026-11-20', weekendsOnly)).toEqual(fresh)
    expect(made.owed).not.toEqual(fresh.owed)
  })

  it('stays as it is once somebody has written since, or where it was received on the day it names', () => {
    expect(countedFrom(made, '2026-09-01', weekendsOnly)).toBe(made)
    const later = { ...made, state: 'waiting' as const }
    expect(countedFrom(later, '2026-11-20', weekendsOnly)).toBe(later)
  })
})
