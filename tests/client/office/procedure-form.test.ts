import { describe, expect, test } from 'vitest'
import { faultsIn, noAnswers, questionsOf, stepFrom } from '../../../src/client/office/procedure/answers.ts'
import { allowedIn, offeredTo } from '../../../src/client/office/procedure/offered.ts'
import { known } from '../../../src/domain/pack/rules.ts'
import { faultOf } from '../../../src/domain/procedure/judge.ts'
import { hasGap } from '../../../src/domain/procedure/notices.ts'
import { person, rules, setting } from '../../domain/procedure/support/cast.ts'
import { intake, play, underInvestigation } from '../../domain/procedure/support/play.ts'

const line = (id: string) => known(rules.transitions, id)
const reasons = { reasons_protected_activity: 'A', reasons_detriment: 'B', reasons_link: 'C' }
const find = line('find-prima-facie')
const reviewed = play(...intake)

describe('the form of a step', () => {
  test('asks for every thing that the rules say the step must say', () => {
    const faults = faultsIn(find, questionsOf(rules, reviewed, find), noAnswers, '')
    expect([...faults]).toEqual([
      ...Object.keys(reasons).map((name) => [name, 'missing']),
      ['demotion', 'missing'],
      ['about', 'verdict'],
    ])
  })

  test('is signed only once it says all of it, and the engine then takes what it seals', () => {
    const answers = { facts: reasons, about: [['demotion', 'found'] as const], text: null }
    expect(faultsIn(find, questionsOf(rules, reviewed, find), answers, 'Read.').size).toBe(0)
    const step = stepFrom(find, answers, ' Read. ', 'fr')
    expect(step).toMatchObject({ transition: 'find-prima-facie', text: 'Read.', language: 'fr' })
    const signed = { ...step, sequence: 99, day: reviewed.day, author: person('ines') }
    expect(faultOf(setting, reviewed, signed)).toBeNull()
    expect(faultOf(setting, reviewed, { ...signed, about: {} })).toBe('act-left-out')
  })

  test('refuses a notice with a gap that nobody filled', () => {
    const answers = { facts: reasons, about: [['demotion', 'found'] as const], text: null }
    expect(hasGap('For support: [[whom]].')).toBe(true)
    const faults = faultsIn(find, questionsOf(rules, reviewed, find), answers, 'For support: [[whom]].')
    expect([...faults]).toEqual([['text', 'gap']])
  })

  test('offers lateness only for an act that came late', () => {
    const [inTime] = questionsOf(rules, reviewed, find)
    expect(inTime?.choices).toEqual(['found', 'none'])
    const filed = intake.map((played, index) =>
      index === 0 ? ([...played.slice(0, 3), { demotion: '2025-01-01' }] as unknown as typeof played) : played,
    )
    const [late] = questionsOf(rules, play(...filed), find)
    expect(late?.choices).toEqual(['found', 'none', 'late'])
  })

  test('takes promises only with a day each, and each by words of its own', () => {
    const accept = line('management-accepts')
    const faultOfRows = (...about: (readonly [string, string])[]) =>
      faultsIn(accept, [], { facts: {}, about, text: null }, '').get('about')
    expect(faultOfRows()).toBe('rows')
    expect(faultOfRows(['The post given back', ''])).toBe('rows')
    expect(faultOfRows(['The post given back', '2027-03-01'], ['The post given back', '2027-04-01'])).toBe('twice')
    expect(faultOfRows(['The post given back', '2027-03-01'], ['', ''])).toBeUndefined()
  })

  test('takes days and numbers as the rules count them', () => {
    const extend = line('extend-investigation')
    const faults = faultsIn(extend, [], { facts: { days: '0', reasons: 'x' }, about: [], text: null }, '')
    expect(faults.get('days')).toBe('number')
    const plan = line('plan-check-in')
    const wrong = { facts: { check_in: 'appraisal', on: '2027-02-30' }, about: [], text: null }
    expect(faultsIn(plan, [], wrong, '').get('on')).toBe('day')
  })
})

describe('the steps that somebody is offered', () => {
  const names = (steps: readonly { readonly transition: string }[]) => steps.map(({ transition }) => transition)

  test('begin with what waits for their signature, and leave out what has a place of its own', () => {
    const proposed = play(...intake, ['2026-12-10', 'ines', 'find-none', { demotion: 'none' }])
    const groups = offeredTo(setting, proposed, person('bo') as never, '2026-12-10')
    expect(names(groups.seconds)).toEqual(['find-none'])
    expect(names(allowedIn(groups))[0]).toBe('find-none')
    expect(names(groups.others)).not.toContain('show-letter')
    expect(names(groups.others)).not.toContain('declare-no-conflict')
  })

  test('show the way to a step that is forbidden beside it', () => {
    const found = play(...intake, ['2026-12-10', 'ines+bo', 'find-prima-facie', { demotion: 'found' }])
    const { moves } = offeredTo(setting, found, person('ines') as never, '2026-12-10')
    expect(moves.find(({ transition }) => transition === 'refer')?.forbidden).toBe('consent-or-necessity')
    expect(names(moves)).toContain('ask-consent')
    expect(moves.find(({ transition }) => transition === 'assess-risk')?.forbidden).toBe('own-view-first')
    expect(names(moves)).toContain('ask-risk-view')
  })

  test('are none for somebody in conflict', () => {
    const gone = play(...underInvestigation, ['2027-01-02', 'ines', 'declare-conflict'])
    expect(allowedIn(offeredTo(setting, gone, person('ines') as never, '2027-01-02'))).toEqual([])
    expect(allowedIn(offeredTo(setting, gone, person('bo') as never, '2027-01-02'))).not.toEqual([])
  })
})
