import { describe, expect, it } from 'vitest'
import { actsOf } from '../../../src/domain/procedure/acts.ts'
import { filingOf, outsideLimits } from '../../../src/domain/procedure/filing.ts'
import { timing } from '../../../src/domain/procedure/timing.ts'
import { firstSchedule, releaseHorizon } from '../../../src/domain/schedule.ts'
import { rules, setting } from './support/cast.ts'
import { allDeclare, intake, type Line, play, readyToDecide, underInvestigation } from './support/play.ts'

const sent: Line[] = [['2026-11-20', 'rosa', 'submit-protection', { a: 'unknown' }]]
const late: Line[] = [...sent, ...allDeclare('2026-12-30'), ['2026-12-30', 'ines', 'acknowledge']]
const refused: Line[] = [...intake, ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }]]
const heard = readyToDecide.slice(0, -4)
const urgent: Line = ['2026-12-24', 'rosa', 'request-urgent-measures']

/** Worked examples: what happened, which clock, on which day, how it stands, and its last day. */
const examples: readonly (readonly [string, readonly Line[], string, string, string, string | null])[] = [
  ['the office owes a reply', sent, 'acknowledgement', '2026-11-25', 'running', '2026-11-25'],
  ['a reply in time is kept', intake, 'acknowledgement', '2027-01-01', 'kept', '2026-11-25'],
  ['no reply by the last day', sent, 'acknowledgement-limit', '2026-11-28', 'over', '2026-11-27'],
  ['a late reply is missed', late, 'acknowledgement-limit', '2026-12-30', 'missed', '2026-11-27'],
  ['feedback counts from the reply', intake, 'feedback', '2026-12-01', 'running', '2027-02-24'],
  ['before the reply it waits', sent, 'feedback', '2026-11-24', 'waiting', '2027-03-01'],
  ['a late reply does not move feedback', late, 'feedback', '2026-12-30', 'running', '2027-03-01'],
  ['thirty days end on a holiday', intake, 'preliminary', '2026-12-01', 'running', '2026-12-28'],
  ['not decided by then', intake, 'preliminary', '2026-12-29', 'over', '2026-12-28'],
  ['decided in time', underInvestigation, 'preliminary', '2027-01-01', 'kept', '2026-12-28'],
  ['an unread refusal waits', refused, 'review-window', '2027-01-01', 'waiting', '2027-07-12'],
  [
    'from the day it was read',
    [...refused, ['2027-01-15', 'rosa', 'read']],
    'review-window',
    '2027-02-01',
    'running',
    '2027-02-15',
  ],
  [
    'read too late to matter',
    [...refused, ['2027-07-01', 'rosa', 'read']],
    'review-window',
    '2027-07-13',
    'over',
    '2027-07-12',
  ],
  ['an investigation has 120 days', underInvestigation, 'investigation', '2027-01-01', 'running', '2027-04-15'],
  [
    'an extension adds to them',
    [...underInvestigation, ['2027-03-01', 'ines', 'extend-investigation', {}, { days: '60' }]],
    'investigation',
    '2027-03-01',
    'running',
    '2027-06-14',
  ],
  [
    'and not more than the cap in all',
    [
      ...underInvestigation,
      ['2027-03-01', 'ines', 'extend-investigation', {}, { days: '40' }],
      ['2027-03-02', 'ines', 'extend-investigation', {}, { days: '21' }],
    ],
    'investigation',
    '2027-03-02',
    'running',
    '2027-05-25',
  ],
  ['hearing the person stops the office’s clock', heard, 'report-assessment', '2027-03-05', 'paused', null],
  ['their answer starts it again', readyToDecide, 'report-assessment', '2027-03-12', 'running', '2027-04-05'],
  [
    'a withdrawal stops every clock',
    [...intake, ['2026-12-01', 'rosa', 'withdraw']],
    'preliminary',
    '2026-12-05',
    'paused',
    null,
  ],
  [
    'undone, it goes on where it was',
    [...intake, ['2026-12-01', 'rosa', 'withdraw'], ['2026-12-07', 'rosa', 'undo-withdrawal']],
    'preliminary',
    '2026-12-07',
    'running',
    '2027-01-04',
  ],
  [
    'a new act restarts no clock',
    [...intake, ['2026-12-15', 'rosa', 'add-act', { pay: '2026-12-14' }]],
    'preliminary',
    '2026-12-15',
    'running',
    '2026-12-28',
  ],
  [
    'urgent measures the next working day',
    [...intake, urgent],
    'measures-urgent',
    '2026-12-24',
    'running',
    '2026-12-28',
  ],
  [
    'a word on measures in five working days',
    [...intake, urgent],
    'measures-recommendation',
    '2026-12-24',
    'running',
    '2027-01-04',
  ],
  [
    'a withdrawal leaves measures alone',
    [...intake, urgent, ['2026-12-25', 'rosa', 'withdraw']],
    'measures-limit',
    '2026-12-26',
    'running',
    '2027-01-07',
  ],
]

describe('clocks', () => {
  it.each(examples)('%s', (_, lines, clock, today, status, last) => {
    expect(timing(setting, play(...lines), clock, today)).toMatchObject({ status, last })
  })

  it('the first schedule of every case is what the clocks of the pack give', () => {
    const schedule = firstSchedule('2026-11-20', rules.calendar)
    const progress = play(...sent)
    expect(timing(setting, progress, 'acknowledgement', '2026-11-20')?.last).toBe(schedule.remind)
    expect(timing(setting, progress, 'acknowledgement-limit', '2026-11-20')?.last).toBe(schedule.release)
    expect(rules.clocks.get('schedule-horizon')?.length).toBe(releaseHorizon)
  })

  it('an extension past the cap is void', () => {
    const twice = examples.find(([name]) => name.startsWith('and not more'))?.[1] ?? []
    expect([...play(...twice).voids.values()]).toEqual(['extension-too-long'])
  })
})

describe('limits of the reporter', () => {
  it('an act of unknown day counts as in time', () => {
    const act = actsOf(play(...sent).history).get('a')
    expect(act && filingOf(rules, [], act)).toEqual({ last: null, late: false })
  })

  it('limits of bodies outside are not computed until the chief confirmed them, and never rolled', () => {
    expect(outsideLimits(rules, '2026-11-20').map(({ last }) => last)).toEqual([null, null, null])
    const confirmed = rules.pack['outside-limits'].map((line) => ({
      ...line,
      mark: { ...line.mark, confirmed_by: 'chief', confirmed_on: '2026-11-01' },
    }))
    const known = { ...rules, pack: { ...rules.pack, 'outside-limits': confirmed } }
    expect(outsideLimits(known, '2026-11-22')).toEqual([
      { id: 'internal-appeal', last: null },
      { id: 'tribunal', last: '2027-02-20' },
      { id: 'tribunal-no-answer', last: '2027-01-21' },
    ])
  })
})
