import { describe, expect, it } from 'vitest'
import { actsOf } from '../../../src/domain/procedure/acts.ts'
import { checkIns } from '../../../src/domain/procedure/check-ins.ts'
import { filingOf } from '../../../src/domain/procedure/filing.ts'
import { expectedSchedule, isReleaseDue } from '../../../src/domain/procedure/schedule.ts'
import type { Progress } from '../../../src/domain/procedure/step.ts'
import { timing } from '../../../src/domain/procedure/timing.ts'
import { rules, setting } from './support/cast.ts'
import { allDeclare, intake, type Line, play, readyToDecide, underInvestigation } from './support/play.ts'

/** The states of the main track in the order in which the case went through them. */
function course({ history }: Progress): string[] {
  return history.flatMap(({ moved }) => (moved?.region === 'main' ? [moved.to] : []))
}

function verdict({ history }: Progress, act = 'demotion'): string | undefined {
  return actsOf(history).get(act)?.verdict
}

/** The only step that was void, and the guard it broke. */
function voids({ voids }: Progress): string[] {
  return [...voids.values()]
}

describe('whole procedures', () => {
  it('from a first sight of retaliation to what was put right, confirmed by the person', () => {
    const lines: Line[] = [
      ...readyToDecide,
      ['2027-03-12', 'ines+bo', 'determine-established', { demotion: 'established' }],
      ['2027-03-15', 'ines', 'recommend'],
      ['2027-04-05', 'ines', 'management-accepts', { post: '2027-05-31' }],
      ['2027-05-20', 'ines', 'report-items', { post: 'done' }],
      ['2027-05-20', 'ines', 'finish-implementation'],
      ['2027-05-25', 'rosa', 'answer-items', { post: 'confirmed' }],
      ['2027-05-26', 'ines', 'finish-implementation'],
      ['2027-06-28', 'rosa', 'check-in', { 'day-30': 'same' }],
      ['2028-06-30', 'ines+bo', 'close'],
    ]
    const closed = play(...lines)
    expect(voids(closed)).toEqual(['items-settled'])
    expect(course(closed)).toEqual([
      ...['submitted', 'acknowledged', 'conflict_check', 'admissibility', 'preliminary_review', 'prima_facie'],
      ...['referred', 'investigation', 'report_received', 'determination', 'established', 'management_decision'],
      ...['implementation', 'monitoring', 'closed'],
    ])
    expect(closed.at.main.state).toBe('closed')
    expect(verdict(closed)).toBe('established')
    expect(expectedSchedule(setting, closed)).toEqual({ remind: null, release: null })
  })

  it('nothing seen at first sight, and the alternate reviewer sees it after all', () => {
    const reviewed = play(
      ...intake,
      ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }],
      ['2026-12-14', 'rosa', 'read'],
      ['2026-12-20', 'rosa', 'request-review', { demotion: 'contested' }],
      ['2026-12-21', 'ines', 'open-file-to-reviewer'],
      ['2026-12-22', 'alma', 'review-finds', { demotion: 'found' }],
      ['2026-12-22', 'alma', 'ask-administration'],
      ['2027-01-04', 'alma', 'administration-answers'],
      ['2027-01-10', 'alma', 'review-finds', { demotion: 'found' }],
    )
    expect(voids(reviewed)).toEqual(['administration-heard'])
    expect(course(reviewed).slice(-3)).toEqual(['no_prima_facie', 'alternate_review', 'prima_facie'])
    expect(verdict(reviewed)).toBe('found')
    expect(timing(setting, reviewed, 'review', reviewed.day)?.status).toBe('kept')
  })

  it('prevention that becomes protection when something happens', () => {
    const lines: Line[] = [
      ['2026-11-20', 'rosa', 'submit-prevention'],
      ...allDeclare('2026-11-20'),
      ['2026-11-23', 'ines', 'acknowledge'],
      ['2026-11-23', 'ines', 'check-conflicts'],
      ['2026-11-24', 'ines', 'clear-conflicts'],
      ['2026-11-25', 'ines', 'file-complete'],
      ['2026-11-25', 'ines', 'accept-prevention'],
      ['2026-11-30', 'ines', 'write-prevention-plan'],
      ['2027-02-10', 'rosa', 'submit-protection', { contract: '2027-02-08' }],
      ['2027-02-11', 'ines', 'acknowledge'],
    ]
    const protectedNow = play(...lines)
    expect(voids(protectedNow)).toEqual(['acts-present'])
    expect(course(protectedNow).slice(-3)).toEqual(['prevention', 'submitted', 'acknowledged'])
    expect(verdict(protectedNow, 'contract')).toBe('open')
    expect(expectedSchedule(setting, play(...lines.slice(0, -1)))).toEqual({
      remind: '2027-02-15',
      release: '2027-02-17',
    })
  })

  it('an informal resolution that suspends the filing window', () => {
    const advice: Line[] = [['2026-11-20', 'rosa', 'ask-advice'], ...allDeclare('2026-11-20')]
    const filed = (confirmed: Line[], day: string): Progress =>
      play(...advice, ...confirmed, [day, 'rosa', 'submit-protection', { demotion: '2026-10-01' }])
    const mediated: Line[] = [
      ['2026-11-30', 'rosa', 'ask-informal'],
      ['2026-12-10', 'ines', 'mediator-confirms'],
      ['2027-03-20', 'ines', 'mediation-failed'],
    ]
    const filing = (progress: Progress) => {
      const act = actsOf(progress.history).get('demotion')
      return act && filingOf(rules, progress.history, act)
    }
    expect(filing(filed([], '2027-04-02'))).toEqual({ last: '2027-04-01', late: true })
    expect(filing(filed(mediated, '2027-07-10'))).toEqual({ last: '2027-07-12', late: false })
    expect(filing(filed(mediated, '2027-07-13'))).toEqual({ last: '2027-07-12', late: true })
    const long: Line[] = [...mediated.slice(0, 2), ['2027-09-30', 'rosa', 'leave-informal']]
    expect(filing(filed(long, '2027-10-01'))).toEqual({ last: '2027-07-30', late: true })
    const unconfirmed = play(...advice, ['2026-11-30', 'ines', 'mediator-confirms'])
    expect(voids(unconfirmed)).toEqual(['informal-asked'])
  })

  it('an office that is silent until the case opens to the substitute, who then decides alone', () => {
    const lines: Line[] = [
      ...intake,
      ['2026-12-28', 'sol', 'find-prima-facie', { demotion: 'found' }],
      ['2026-12-28', 'service', 'release-at-limit'],
      ['2026-12-29', 'service', 'release-at-limit'],
      ['2026-12-29', 'sol', 'find-prima-facie', { demotion: 'found' }],
    ]
    const released = play(...lines)
    expect(expectedSchedule(setting, play(...intake)).release).toBe('2026-12-28')
    expect(isReleaseDue(setting, play(...intake), '2026-12-28')).toBe(false)
    expect(isReleaseDue(setting, play(...intake), '2026-12-29')).toBe(true)
    expect(voids(released)).toEqual(['role-not-allowed', 'release-due'])
    expect(play(...lines, ['2027-01-06', '&sol', 'find-prima-facie']).at.main.state).toBe('preliminary_review')
    expect(play(...lines, ['2027-01-07', '&sol', 'find-prima-facie']).at.main.state).toBe('prima_facie')
    expect(play(...lines, ['2027-01-05', '&bo', 'find-prima-facie']).at.main.state).toBe('prima_facie')
  })

  it('an investigator in conflict is replaced by another', () => {
    const replaced = play(
      ...underInvestigation,
      ['2026-12-17', 'ivo', 'declare-conflict'],
      ['2026-12-18', 'ines', 'refer-to-another', {}, { investigator: 'ivo' }],
      ['2026-12-18', 'ines', 'refer-to-another', {}, { investigator: 'ilse' }],
      ['2026-12-19', 'ivo', 'accept-referral'],
      ['2026-12-21', 'ilse', 'accept-referral'],
      ['2027-03-01', 'ivo', 'deliver-report'],
      ['2027-03-01', 'ilse', 'deliver-report'],
    )
    expect(voids(replaced)).toEqual(['investigator-free', 'nobody-in-conflict', 'nobody-in-conflict'])
    expect(course(replaced).slice(-3)).toEqual(['referred', 'investigation', 'report_received'])
  })

  it('a withdrawal under pressure is undone, and nothing was lost', () => {
    const withdrawal: Line = [
      '2026-12-30',
      'rosa',
      'withdraw',
      {},
      { pressure: 'yes', measures: 'keep', monitoring: 'keep' },
    ]
    const inForce: Line[] = [
      ...underInvestigation,
      ['2026-12-16', 'rosa', 'request-urgent-measures'],
      ['2026-12-17', 'ines', 'recommend-measures'],
      ['2026-12-18', 'ines', 'measures-accepted'],
    ]
    const undone = play(...inForce, withdrawal, ['2027-01-08', 'rosa', 'undo-withdrawal'])
    expect(undone.at.main.state).toBe('investigation')
    expect(undone.at.measures.state).toBe('measures_in_force')
    expect(timing(setting, undone, 'investigation', undone.day)).toMatchObject({
      status: 'running',
      last: '2027-04-26',
    })
    const kept = play(
      ...inForce,
      withdrawal,
      ['2027-01-05', 'ines+bo', 'end-measures'],
      ['2027-01-08', 'ines+bo', 'close-withdrawn'],
      ['2027-01-12', 'ines+bo', 'close-withdrawn'],
      ['2027-01-12', 'rosa', 'undo-withdrawal'],
      ['2027-01-12', 'ines', 'monitor-after-withdrawal', { demotion: 'withdrawn' }],
    )
    expect(new Set(voids(kept))).toEqual(
      new Set(['measures-not-kept', 'nothing-to-second', 'undo-over', 'no-pressure', 'undo-in-time']),
    )
    expect(kept.at.main.state).toBe('monitoring')
    expect(kept.at.measures.state).toBe('measures_in_force')
  })

  it('lost words are readmitted: the new key waits, and the first key may object', () => {
    const readmitted: Line[] = [
      ...intake,
      ['2026-12-01', 'ines+bo', 'readmit', {}, { key: 'rosa-again' }],
      ['2026-12-02', 'rosa-again', 'give-risk-view'],
      ['2026-12-02', 'rosa-again', 'consent-to-referral'],
      ['2026-12-02', 'rosa-again', 'withdraw'],
    ]
    expect(voids(play(...readmitted))).toEqual(['new-key-waits', 'new-key-waits'])
    const waited = play(...readmitted, ['2026-12-14', 'rosa-again', 'consent-to-referral'])
    expect(waited.voids.size).toBe(2)
    const objected = play(
      ...readmitted,
      ['2026-12-05', 'rosa-again', 'object-to-readmission', {}, { key: 'rosa-again' }],
      ['2026-12-05', 'rosa', 'object-to-readmission', {}, { key: 'rosa-again' }],
      ['2026-12-14', 'rosa-again', 'give-risk-view'],
      ['2026-12-14', 'rosa', 'give-risk-view'],
    )
    expect(voids(objected)).toEqual(['new-key-waits', 'new-key-waits', 'first-key-only', 'not-this-key'])
    expect(voids(play(...intake, ['2026-12-01', 'mallory', 'withdraw']))).toEqual(['not-this-key'])
  })
})

describe('the follow-up', () => {
  const monitoring: Line[] = [
    ...intake,
    ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }],
    ['2026-12-11', 'rosa', 'read'],
    ['2027-01-12', 'ines', 'follow-up-after-refusal'],
    ['2027-01-13', 'rosa', 'plan-check-in', {}, { check_in: 'contract-end', on: '2028-03-31' }],
    ['2027-02-12', 'rosa', 'check-in', { 'day-30': 'worse' }],
  ]

  it('a check-in that nobody answers was not reached, never "no change"', () => {
    const states = checkIns(setting, play(...monitoring), '2027-06-01').map(({ id, status }) => [id, status])
    expect(states).toEqual([
      ['day-30', 'answered'],
      ['day-90', 'not-reached'],
      ['day-180', 'upcoming'],
      ['day-360', 'upcoming'],
      ['contract-end', 'upcoming'],
    ])
  })

  it('it goes on until the contract ends, if that is later', () => {
    expect(voids(play(...monitoring, ['2028-02-01', 'ines', 'close']))).toEqual(['follow-up-over'])
    expect(play(...monitoring, ['2028-04-20', 'ines+bo', 'close']).at.main.state).toBe('closed')
  })

  it('what happens meanwhile becomes a request with clocks of its own', () => {
    const again = play(...monitoring, ['2027-03-01', 'rosa', 'submit-protection', { leave: '2027-02-20' }])
    expect(again.at.main.state).toBe('submitted')
    expect(expectedSchedule(setting, again)).toEqual({ remind: '2027-03-04', release: '2027-03-08' })
  })
})
