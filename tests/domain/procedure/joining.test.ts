import { describe, expect, it } from 'vitest'
import type { SealedStep } from '../../../src/domain/procedure/fields.ts'
import { joiningOf } from '../../../src/domain/procedure/newcomers.ts'
import { runProcedure } from '../../../src/domain/procedure/run.ts'
import type { Step } from '../../../src/domain/steps.ts'
import { tellCase } from '../../../src/domain/tell-case.ts'
import type { Told } from '../../../src/domain/told.ts'
import { person, rules, setting } from './support/cast.ts'
import { type Line as Played, play, sampleFacts, stepsOf, underInvestigation } from './support/play.ts'

const request: Step = {
  ...{ type: 'report', kind: 'protection', mode: 'confidential', language: 'en', story: 'My duties were taken.' },
  acts: JSON.stringify([{ type: 'duties', known: '2026-11-02' }]),
} as const

type Line = readonly [day: string, author: string | null, step: Step, joins?: readonly string[]]

/** A case in which Ines has declared, with these lines after; what is void in it, by guard. */
const voids = (...lines: readonly Line[]): readonly string[] => {
  const all: readonly Line[] = [
    ['2026-11-20', null, request],
    ['2026-11-20', 'ines', take('declare-no-conflict')],
    ...lines,
  ]
  const told: Told[] = all.map(([day, author, step, joins], sequence) => ({
    ...{ sequence, day, author, step },
    ...(joins && { joins }),
  }))
  return [...(tellCase(told, { holidays: [] }, setting)?.story.voids.values() ?? ['untold'])]
}

const take = (transition: string, facts: Readonly<Record<string, string>> = {}): SealedStep => ({
  ...{ type: 'procedure', transition },
  facts: { ...sampleFacts(transition), ...facts },
})

const granted: Step = { type: 'granted', text: 'Knows the unit.' }
const told: Line = ['2026-11-20', 'ines', take('tell-of-newcomer', { person: 'bo' })]
const agreed: Line = ['2026-11-23', null, take('accept-newcomer', { person: 'bo' })]

describe('an officer who does not read a request yet', () => {
  it('joins once the requester was told and agreed', () => {
    expect(voids(told, agreed, ['2026-11-23', 'ines', granted, ['bo']])).toEqual([])
  })

  it('joins ten working days after the requester read of it, and not on the tenth', () => {
    const read: Line = ['2026-11-20', null, take('read')]
    expect(voids(told, read, ['2026-12-04', 'ines', granted, ['bo']])).toEqual(['newcomer-agreed'])
    expect(voids(told, read, ['2026-12-05', 'ines', granted, ['bo']])).toEqual([])
  })

  it('does not join when nobody was told, or when somebody else was', () => {
    expect(voids(['2026-12-30', 'ines', granted, ['bo']])).toEqual(['newcomer-agreed'])
    expect(voids(told, agreed, ['2026-12-30', 'ines', granted, ['ada']])).toEqual(['newcomer-agreed'])
  })

  it('does not join beside the one who was told of, nor under words that say something else', () => {
    expect(voids(told, agreed, ['2026-11-23', 'ines', granted, ['bo', 'ada']])).toEqual(['joins-others'])
    expect(voids(told, agreed, ['2026-11-23', 'ines', { type: 'message', text: 'Hello.' }, ['ada']])).toEqual([
      'newcomer-agreed',
    ])
    const hidden: Line = ['2026-11-23', 'ines', take('acknowledge'), ['bo']]
    expect(voids(told, agreed, hidden)).toEqual(['joins-others'])
  })

  it('does not join once the requester excluded them, agreed or not', () => {
    const excluded: Line = ['2026-11-24', null, take('exclude-person', { person: 'bo' })]
    expect(voids(told, agreed, excluded, ['2026-12-30', 'ines', granted, ['bo']])).toEqual(['newcomer-agreed'])
  })

  it('joins by the requester at any time', () => {
    expect(voids(['2026-11-20', null, granted, ['bo']])).toEqual([])
  })

  it('is agreed to only after the requester was told of them', () => {
    expect(voids(agreed)).toEqual(['newcomer-told'])
  })
})

describe('what an officer is told before they let somebody in', () => {
  const declared: readonly Played[] = [...referable, ['2026-11-20', 'ada', 'declare-no-conflict']]
  const tell: Played = ['2026-11-20', 'ines', 'tell-of-newcomer', {}, { person: 'bo' }]
  const joining = (day: string, who: string, ...lines: readonly Played[]) =>
    joiningOf(setting, play(...declared, ...lines), person('ines'), day, who)

  it('is who may join, and from when', () => {
    expect(joining('2026-11-23', 'bo')).toEqual({ state: 'untold' })
    expect(joining('2026-11-23', 'bo', tell).state).toBe('unread')
    const read: Played = ['2026-11-20', 'rosa', 'read']
    expect(joining('2026-11-23', 'bo', tell, read)).toEqual({ state: 'waiting', until: '2026-12-04' })
    expect(joining('2026-12-05', 'bo', tell, read)).toEqual({ state: 'free', by: 'let-read' })
    expect(joining('2026-12-05', 'bo', ['2026-11-20', 'rosa', 'exclude-person', {}, { person: 'bo' }])).toEqual({
      state: 'out',
    })
    expect(joining('2026-11-23', 'sol', ['2026-11-20', 'bo', 'declare-conflict'])).toEqual({
      state: 'free',
      by: 'call-substitute',
    })
  })
})

describe('the other people of the office', () => {
  it('the investigator joins by the referral to them, not as a newcomer, and nobody else joins by it', () => {
    const ivo: Line = ['2026-11-20', 'ines', take('tell-of-newcomer', { person: 'ivo' })]
    const fine: Line = ['2026-11-20', null, take('accept-newcomer', { person: 'ivo' })]
    expect(voids(ivo, fine, ['2026-11-23', 'ines', granted, ['ivo']])).toEqual(['joins-others'])
    const referred = (...joins: string[]) => [
      ...runProcedure(
        setting,
        stepsOf(underInvestigation).map((step) => (step.transition === 'refer' ? { ...step, joins } : step)),
      ).voids.values(),
    ]
    expect(referred('ivo')).toEqual([])
    expect(referred('ilse')[0]).toBe('joins-others')
    expect(referred('ivo', 'ilse')[0]).toBe('joins-others')
  })

  it('the substitute joins when somebody is in conflict, or hands the case over, and not before', () => {
    const call: Line = ['2026-11-23', 'ines', take('call-substitute', { person: 'sol' }), ['sol']]
    expect(voids(call)).toEqual(['substitute-due'])
    expect(voids(['2026-11-20', 'bo', take('declare-conflict')], call)).toEqual([])
    expect(voids(['2026-11-20', 'ada', take('call-substitute', { person: 'sol' }), ['sol']])).toEqual([])
  })

  it('a step that sends the case to somebody names a person of the role it is for', () => {
    for (const { id, lets_in } of rules.pack.transitions) {
      if (lets_in) expect(Object.keys(sampleFacts(id)), id).toContain(lets_in.fact)
    }
  })
})

const referable: readonly Played[] = [
  ['2026-11-20', 'rosa', 'submit-protection', { duties: '2026-11-02' }],
  ['2026-11-20', 'ines', 'declare-no-conflict'],
]

describe('a letter', () => {
  const named = (transition: string, day: string, who: string): Played => [day, who, transition, {}, { letter: 'L1' }]
  const shown = named('show-letter', '2026-11-23', 'ines')
  const broken = (...lines: readonly Played[]) => [
    ...play(...referable, ['2026-11-20', 'bo', 'declare-no-conflict'], ...lines).voids.values(),
  ]

  it('keeps the text that was shown: another one has another name', () => {
    expect(broken(shown, shown)).toEqual(['letter-new'])
  })

  it('leaves with consent, or ten working days after its necessity was recorded by two', () => {
    expect(broken(shown, named('send-letter', '2026-11-23', 'ines'))).toEqual(['letter-agreed'])
    const agreed = named('consent-to-letter', '2026-11-24', 'rosa')
    expect(broken(shown, agreed, named('send-letter', '2026-11-24', 'ines'))).toEqual([])
    const needed = named('record-letter-necessity', '2026-11-24', 'ines+bo')
    expect(broken(shown, needed, named('send-letter', '2026-12-08', 'ines'))).toEqual(['letter-agreed'])
    expect(broken(shown, needed, named('send-letter', '2026-12-09', 'ines'))).toEqual([])
  })

  it('is served and answered only once it has left', () => {
    expect(broken(shown, named('record-letter-service', '2026-11-24', 'ines'))).toEqual(['letter-sent'])
    const sent = [named('consent-to-letter', '2026-11-24', 'rosa'), named('send-letter', '2026-11-24', 'ines')]
    const after = ['record-letter-service', 'record-letter-answer'].map((id) => named(id, '2026-11-25', 'ines'))
    expect(broken(shown, ...sent, ...after)).toEqual([])
  })
})
