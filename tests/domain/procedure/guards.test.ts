import { describe, expect, it } from 'vitest'
import { actsOf } from '../../../src/domain/procedure/acts.ts'
import { openChoices } from '../../../src/domain/procedure/condition.ts'
import { itemsOf } from '../../../src/domain/procedure/items.ts'
import { offersTo } from '../../../src/domain/procedure/offers.ts'
import { runProcedure } from '../../../src/domain/procedure/run.ts'
import { expectedSchedule, isMovedAgainstPack } from '../../../src/domain/procedure/schedule.ts'
import { person, rules, setting } from './support/cast.ts'
import { intake, type Line, play, readyToDecide, stepsOf, underInvestigation } from './support/play.ts'

/** The guards that the void steps of a played case broke. */
function broken(...lines: readonly Line[]): string[] {
  return [...play(...lines).voids.values()]
}

describe('steps against the rules are void for every reader', () => {
  it.each<[string, Line[], string]>([
    ['a step that no pack has', [['2026-12-01', 'ines', 'promote']], 'unknown-step'],
    ['a step out of its place', [['2026-12-01', 'ines', 'acknowledge']], 'step-not-here'],
    ['a decision by the alternate reviewer', [['2026-12-01', 'alma', 'find-none']], 'role-not-allowed'],
    ['the office speaking for the reporter', [['2026-12-01', 'ines', 'withdraw']], 'role-not-allowed'],
    ['the substitute while the office works', [['2026-12-01', 'sol', 'find-none']], 'role-not-allowed'],
    [
      'a decision without reasons',
      [['2026-12-01', 'ines', 'find-none', { demotion: 'none' }, { reasons_link: ' ' }]],
      'fact-missing',
    ],
    [
      'a decision on an act that the case has not',
      [['2026-12-01', 'ines', 'find-none', { pay: 'none' }]],
      'act-unknown',
    ],
    [
      'a verdict that the step does not give',
      [['2026-12-01', 'ines', 'find-none', { demotion: 'found' }]],
      'act-decided',
    ],
    ['a decision that leaves an act out', [['2026-12-01', 'ines', 'find-none']], 'act-left-out'],
    [
      '"found" without anything found',
      [['2026-12-01', 'ines', 'find-prima-facie', { demotion: 'none' }]],
      'verdict-missing',
    ],
    ['"late" for an act reported in time', [['2026-12-01', 'ines', 'find-none', { demotion: 'late' }]], 'act-in-time'],
    [
      'an act under a name already taken',
      [['2026-12-01', 'rosa', 'add-act', { demotion: '2026-11-30' }]],
      'already-there',
    ],
    ['an act learnt of tomorrow', [['2026-12-01', 'rosa', 'add-act', { pay: '2026-12-02' }]], 'fact-missing'],
    ['both signatures by one person', [['2026-12-01', 'ines+ines', 'find-none', { demotion: 'none' }]], 'same-signer'],
    ['a second signature to nothing', [['2026-12-01', '&bo', 'find-none']], 'nothing-to-second'],
    [
      'somebody who declared a conflict',
      [
        ['2026-12-01', 'ines', 'declare-conflict'],
        ['2026-12-02', 'ines', 'assess-risk'],
      ],
      'nobody-in-conflict',
    ],
    [
      'somebody whom the reporter excluded',
      [
        ['2026-12-01', 'rosa', 'exclude-person', {}, { person: 'bo' }],
        ['2026-12-02', 'bo', 'ask-risk-view'],
      ],
      'nobody-in-conflict',
    ],
    ['an assessment before asking the person', [['2026-12-01', 'ines', 'assess-risk']], 'own-view-first'],
    ['a letter that was not shown', [['2026-12-01', 'rosa', 'consent-to-letter']], 'letter-shown'],
    [
      'a letter sent without consent',
      [
        ['2026-12-01', 'ines', 'show-letter'],
        ['2026-12-01', 'ines', 'send-letter'],
      ],
      'letter-agreed',
    ],
    ['a release before the limit', [['2026-12-01', 'service', 'release-at-limit']], 'release-due'],
  ])('%s', (_, lines, guard) => {
    expect(broken(...intake, ...lines)).toEqual([guard])
    expect(play(...intake, ...lines).at.main).toEqual(play(...intake).at.main)
  })

  it('whoever has not said that they are in no conflict does not act', () => {
    expect(
      broken(['2026-11-20', 'rosa', 'submit-protection', { a: 'unknown' }], ['2026-11-23', 'ines', 'acknowledge']),
    ).toEqual(['declared-first'])
  })

  it('every guard that a step can break has a sentence and a way out in every language', () => {
    for (const { id, label, exit } of rules.pack.guards) {
      expect(
        rules.pack.about.languages.every((tag) => label[tag] && exit[tag]),
        id,
      ).toBe(true)
    }
  })
})

describe('two signatures', () => {
  it('two officers who decide at once end with one decision', () => {
    const both = play(
      ...intake,
      ['2026-12-10', 'ines', 'find-prima-facie', { demotion: 'found' }],
      ['2026-12-10', 'bo', 'find-none', { demotion: 'none' }],
      ['2026-12-10', '&ada', 'find-none'],
      ['2026-12-10', '&ada', 'find-prima-facie'],
    )
    expect(both.at.main.state).toBe('no_prima_facie')
    expect([...both.voids.values()]).toEqual(['nothing-to-second'])
    expect(both.proposals).toEqual([])
  })

  it('too few in the office: the substitute signs second', () => {
    const alone: Line[] = [
      ...intake,
      ['2026-12-01', 'bo', 'declare-conflict'],
      ['2026-12-01', 'ada', 'declare-conflict'],
      ['2026-12-02', 'ines+sol', 'find-prima-facie', { demotion: 'found' }],
    ]
    expect(play(...alone).at.main.state).toBe('prima_facie')
  })

  it('a proposal of somebody who has since declared a conflict cannot be signed', () => {
    expect(
      broken(
        ...intake,
        ['2026-12-01', 'ines', 'find-none', { demotion: 'none' }],
        ['2026-12-02', 'ines', 'declare-conflict'],
        ['2026-12-03', '&bo', 'find-none'],
      ),
    ).toEqual(['nobody-in-conflict'])
  })

  it('left unsigned for five working days: the substitute signs second', () => {
    const proposed: Line[] = [...intake, ['2026-12-01', 'ines', 'find-none', { demotion: 'none' }]]
    expect(broken(...proposed, ['2026-12-08', '&sol', 'find-none'])).toEqual(['role-not-allowed'])
    expect(play(...proposed, ['2026-12-09', '&sol', 'find-none']).at.main.state).toBe('no_prima_facie')
  })
})

describe('keys and letters', () => {
  it('a replaced key no longer speaks, and the new one does', () => {
    const replaced: Line[] = [...intake, ['2026-12-01', 'rosa', 'replace-key', {}, { key: 'rosa-anew' }]]
    expect(broken(...replaced, ['2026-12-02', 'rosa', 'give-risk-view'])).toEqual(['not-this-key'])
    expect(broken(...replaced, ['2026-12-02', 'rosa-anew', 'withdraw'])).toEqual([])
  })

  it('consent to one letter is no consent to another', () => {
    const shown = (letter: string): Line => ['2026-12-01', 'ines', 'show-letter', {}, { letter }]
    const agreed: Line[] = [
      ...intake,
      shown('1'),
      shown('2'),
      ['2026-12-02', 'rosa', 'consent-to-letter', {}, { letter: '1' }],
    ]
    expect(broken(...agreed, ['2026-12-03', 'ines', 'send-letter', {}, { letter: '1' }])).toEqual([])
    expect(broken(...agreed, ['2026-12-03', 'ines', 'send-letter', {}, { letter: '2' }])).toEqual(['letter-agreed'])
  })

  it('days never go back: a step dated earlier counts from the day before it', () => {
    const backdated = play(...intake, ['2026-12-01', 'rosa', 'give-risk-view'], ['2026-01-01', 'rosa', 'withdraw'])
    expect(backdated.at.main.since).toBe('2026-12-01')
  })
})

describe('decisions act by act', () => {
  const two: Line[] = [
    ...intake,
    ['2026-12-01', 'rosa', 'add-act', { pay: '2026-11-30' }],
    ['2026-12-10', 'ines+bo', 'find-prima-facie', { demotion: 'found', pay: 'none' }],
    ['2026-12-15', 'rosa', 'contest-acts', { pay: 'contested' }],
  ]
  const verdicts = (...lines: readonly Line[]): string[] =>
    [...actsOf(play(...lines).history).values()].map(({ id, verdict }) => `${id} ${verdict}`)

  it('an act decided against the person is reviewed while the others go on', () => {
    const asked: Line[] = [...two, ['2026-12-16', 'alma', 'ask-administration-on-acts']]
    const upheld: Line[] = [
      ...asked,
      ['2026-12-20', 'ines', 'administration-answers-on-acts'],
      ['2027-01-05', 'alma', 'decide-contested', { pay: 'upheld' }],
    ]
    expect(verdicts(...upheld)).toEqual(['demotion found', 'pay upheld'])
    expect(broken(...asked, ['2026-12-20', 'alma', 'decide-contested', { pay: 'upheld' }])).toEqual([
      'administration-heard-on-acts',
    ])
    expect(broken(...upheld, ['2027-01-06', 'alma', 'decide-contested', { pay: 'found' }])).toEqual(['act-decided'])
  })

  it('a reviewer who stays silent leaves the act in the person’s favour', () => {
    expect(broken(...two, ['2027-01-14', 'rosa', 'contested-unanswered', { pay: 'found' }])).toEqual([
      'act-review-overdue',
    ])
    expect(verdicts(...two, ['2027-01-15', 'rosa', 'contested-unanswered', { pay: 'found' }])).toEqual([
      'demotion found',
      'pay found',
    ])
  })
})

describe('an executive head who is involved', () => {
  const involved: Line = ['2026-12-01', 'ines', 'name-implicated']
  const established: Line[] = [
    ...readyToDecide,
    ['2027-03-12', 'ines+bo', 'determine-established', { demotion: 'established' }],
  ]
  const to = (authority: string) => ({ to_authority: authority })

  it('is asked for nothing any more: what is recommended goes to the governing body', () => {
    const before = ['2027-03-15', 'ines', 'recommend', {}, to('executive-head')] as const
    expect(play(...established, before).at.main.state).toBe('management_decision')
    const after: Line[] = [...established, ['2027-03-14', 'ines', 'name-implicated']]
    expect(broken(...after, before)).toEqual(['authority-free'])
    const other: Line = ['2027-03-15', 'ines', 'recommend', {}, to('governing-body')]
    expect(play(...after, other).at.main.state).toBe('management_decision')
    const renewed: Line[] = [...after, other, ['2027-03-20', 'ines', 'management-refuses']]
    const again = (authority: string): Line => ['2027-03-22', 'ines', 'renew-recommendation', {}, to(authority)]
    expect(broken(...renewed, again('executive-head'))).toEqual(['authority-free'])
    expect(play(...renewed, again('governing-body')).at.main.state).toBe('management_decision')
  })

  it('is passed over for interim measures too', () => {
    const asked: Line[] = [...intake, ['2026-12-01', 'rosa', 'request-measures'], involved]
    const recommended = (authority: string): Line => ['2026-12-02', 'ines', 'recommend-measures', {}, to(authority)]
    expect(broken(...asked, recommended('executive-head'))).toEqual(['authority-free'])
    const refused: Line[] = [...asked, recommended('governing-body'), ['2026-12-05', 'ines', 'measures-refused']]
    const pressed = (authority: string): Line => ['2026-12-07', 'ines', 'press-measures', {}, to(authority)]
    expect(broken(...refused, pressed('executive-head'))).toEqual(['authority-free'])
    expect(broken(...refused, pressed('governing-body'))).toEqual([])
  })

  it('leaves the step on offer, with the other authority alone to choose', () => {
    const line = rules.transitions.get('recommend')
    if (!line) throw new Error('the pack recommends nothing')
    const choices = (...lines: Line[]) => openChoices(setting, play(...established, ...lines), line, 'to_authority')
    expect(choices()).toEqual(['executive-head', 'governing-body'])
    const named: Line = ['2027-03-14', 'ines', 'name-implicated']
    expect(choices(named)).toEqual(['governing-body'])
    const offer = offersTo(setting, play(...established, named), person('ines'), '2027-03-15')
    expect(offer).toContainEqual({ transition: 'recommend', seconds: null, forbidden: null })
  })
})

describe('what management promised', () => {
  const promised: Line[] = [
    ...readyToDecide,
    ['2027-03-12', 'ines+bo', 'determine-established', { demotion: 'established' }],
    ['2027-03-15', 'ines', 'recommend'],
    ['2027-04-05', 'ines', 'management-accepts', { post: '2027-05-31' }],
  ]

  it('a promise past its day goes back to management', () => {
    expect(broken(...promised, ['2027-05-31', 'ines', 'items-overdue'])).toEqual(['items-overdue'])
    expect(play(...promised, ['2027-06-01', 'ines', 'items-overdue']).at.main.state).toBe('no_answer')
  })

  it('a person who does not answer blocks nothing, and is never counted as confirming', () => {
    const reported: Line[] = [...promised, ['2027-05-20', 'ines', 'report-items', { post: 'done' }]]
    expect(broken(...reported, ['2027-12-20', 'ines', 'finish-implementation'])).toEqual(['items-settled'])
    const over = play(...reported, ['2027-12-21', 'ines', 'finish-implementation'])
    expect(over.at.main.state).toBe('monitoring')
    expect(itemsOf(over.history).get('post')?.answered).toBeNull()
    const disputed: Line = ['2027-05-25', 'rosa', 'answer-items', { post: 'disputed' }]
    expect(broken(...reported, disputed, ['2028-12-21', 'ines', 'finish-implementation'])).toEqual(['items-settled'])
  })

  it('an answer that never comes is recorded as none', () => {
    const asked = promised.slice(0, -1)
    expect(broken(...asked, ['2027-04-14', 'ines', 'management-silent'])).toEqual(['management-overdue'])
    expect(play(...asked, ['2027-04-15', 'ines', 'management-silent']).at.main.state).toBe('no_answer')
  })
})

describe('the determination', () => {
  const decideOn = (day: string): Line => [day, 'ines+bo', 'determine-not-established', { demotion: 'not_established' }]
  const decide = decideOn('2027-03-12')

  it('waits until each signer opened every annex', () => {
    const oneOnly = readyToDecide.filter(([, who, step]) => !(who === 'bo' && step === 'open-annexes'))
    expect(broken(...oneOnly, decide)).toEqual(['annexes-opened'])
    expect(broken(...readyToDecide, decide)).toEqual([])
  })

  it('waits until each signer named every file that the report brought, in one sitting or more', () => {
    const files = ['report', 'annex-1', 'annex-2']
    const withFiles = (ines: readonly string[], bo: string) => {
      const opening = (who: string, opened: string): Line => ['2027-03-02', who, 'open-annexes', {}, { opened }]
      const others = readyToDecide.filter(([, , step]) => step !== 'open-annexes')
      const at = others.findIndex(([, , step]) => step === 'deliver-report') + 1
      const said = [...ines.map((opened) => opening('ines', opened)), opening('bo', bo)]
      const steps = stepsOf([...others.slice(0, at), ...said, ...others.slice(at), decide])
      const brought = steps.map((step) => (step.transition === 'deliver-report' ? { ...step, files } : step))
      return [...runProcedure(setting, brought).voids.values()]
    }
    const all = files.join(' ')
    expect(withFiles([all], all)).toEqual([])
    expect(withFiles(['report annex-1', 'annex-2'], all)).toEqual([])
    expect(withFiles([all], 'report annex-1')).toEqual(['annexes-opened'])
    expect(withFiles(['annex-2 annex-3'], all)).toEqual(['annexes-opened', 'nothing-to-second'])
  })

  it('waits anew when the report was returned and came again with another file', () => {
    const again: Line[] = [
      ['2027-03-11', 'ines', 'resume-assessment'],
      ['2027-03-11', 'ines', 'return-report', {}, { questions: 'Why?' }],
      ['2027-03-12', 'ivo', 'deliver-report'],
      ['2027-03-12', 'ines', 'begin-determination'],
    ]
    expect(broken(...readyToDecide, ...again, decide)).toContain('annexes-opened')
  })

  it('waits until the person was heard, or ten working days after they read the material', () => {
    const unheard = readyToDecide.filter(([, , step]) => step !== 'answer-material')
    expect(broken(...unheard, decideOn('2027-03-19'))).toEqual(['requester-heard', 'nothing-to-second'])
    expect(broken(...unheard, decideOn('2027-03-22'))).toEqual([])
  })

  it('six months after posting counts as read', () => {
    const unread = readyToDecide.filter(([, , step]) => step !== 'answer-material' && step !== 'read')
    expect(broken(...unread, decideOn('2027-09-17'))[0]).toBe('requester-heard')
    expect(broken(...unread, decideOn('2027-09-20'))).toEqual([])
  })

  it('leaves no act undecided, and none that nobody investigated', () => {
    const added: Line[] = [...underInvestigation, ['2027-01-05', 'rosa', 'add-act', { pay: '2027-01-04' }]]
    const late: Line[] = [...added, ...readyToDecide.slice(underInvestigation.length)]
    expect(broken(...late, decide)[0]).toBe('acts-settled')
    const assess: Line = ['2027-03-11', 'ines+bo', 'assess-acts', { pay: 'found' }]
    expect(broken(...late, assess, decide)[0]).toBe('acts-in-report')
  })
})

describe('review', () => {
  const refused: Line[] = [...intake, ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }]]
  const asked: Line[] = [...refused, ['2027-05-01', 'rosa', 'request-review', { demotion: 'contested' }]]
  const decision: Line = ['2027-06-01', 'alma', 'review-upholds', { demotion: 'upheld' }]

  it('no software refuses a late request for it', () => {
    expect(play(...refused, ['2028-12-01', 'rosa', 'request-review', { demotion: 'contested' }]).at.main.state).toBe(
      'alternate_review',
    )
  })

  it('the Administration is heard, or its time passes, before the reviewer decides', () => {
    expect(broken(...asked, decision)).toEqual(['administration-heard'])
    expect(broken(...asked, ['2027-05-03', 'alma', 'ask-administration'], decision)).toEqual([])
  })

  it('a reviewer who acted in the case before may not decide', () => {
    const people = [...setting.people, { id: 'alma', role: 'officer' as const, from: '2020-01-01', until: null }]
    const touched = rules.transitions.get('ask-risk-view')
    const before = play(...asked, ['2027-05-03', 'alma', 'ask-administration'])
    const [first] = before.history
    if (!first || !touched) throw new Error('no history')
    const acted = { ...first, transition: touched, signers: [{ role: 'officer' as const, id: 'alma' }] as const }
    const progress = { ...before, history: [acted, ...before.history.slice(1)] }
    const offers = offersTo({ ...setting, people }, progress, person('alma'), '2027-06-01')
    expect(offers.find(({ transition }) => transition === 'review-upholds')?.forbidden).toBe('reviewer-untouched')
  })

  it('closing waits for the last day on which a review can be asked for', () => {
    const close = (day: string): string[] =>
      broken(...refused, ['2026-12-14', 'rosa', 'read'], [day, 'ines+bo', 'close'])
    expect(close('2027-01-13')).toEqual(['rights-rest', 'nothing-to-second'])
    expect(close('2027-01-14')).toEqual([])
  })
})

describe('the referral', () => {
  const found: Line[] = [
    ...intake,
    ['2026-12-10', 'ines+bo', 'find-prima-facie', { demotion: 'found' }],
    ['2026-12-10', 'ines', 'ask-risk-view'],
  ]
  const low: Line = ['2026-12-10', 'ines', 'assess-risk', {}, { likelihood: 'unlikely', seriousness: 'minor' }]
  const high: Line = ['2026-12-10', 'ines', 'assess-risk', {}, { likelihood: 'likely', seriousness: 'major' }]
  const refer = (day: string): Line => [day, 'ines', 'refer', {}, { investigator: 'ivo' }]
  const consent: Line = ['2026-12-11', 'rosa', 'consent-to-referral']

  it('needs consent, or a recorded necessity and ten working days', () => {
    const necessary: Line[] = [...found, low, ['2026-12-11', 'ines+bo', 'record-necessity']]
    expect(broken(...necessary, refer('2026-12-28'))).toEqual(['consent-or-necessity'])
    expect(broken(...necessary, refer('2026-12-29'))).toEqual([])
  })

  it('a danger to life needs two signatures and no wait', () => {
    expect(broken(...found, low, ['2026-12-10', 'ines', 'record-danger-to-life'], refer('2026-12-10'))).toEqual([
      'consent-or-necessity',
    ])
    expect(broken(...found, low, ['2026-12-10', 'ines+bo', 'record-danger-to-life'], refer('2026-12-10'))).toEqual([])
  })

  it('a consent taken back does not count', () => {
    expect(broken(...found, low, consent, ['2026-12-12', 'rosa', 'refuse-referral'], refer('2026-12-14'))).toEqual([
      'consent-or-necessity',
    ])
  })

  it('needs an assessment, for a high risk a plan, and no unacceptable one', () => {
    expect(broken(...found, consent, refer('2026-12-14'))).toEqual(['risk-assessed'])
    expect(broken(...found, consent, high, refer('2026-12-14'))).toEqual(['risk-bearable'])
    const plan: Line = ['2026-12-12', 'ines', 'write-protection-plan']
    expect(broken(...found, consent, high, plan, refer('2026-12-14'))).toEqual([])
    const never: Line = ['2026-12-12', 'ines', 'assess-risk', {}, { seriousness: 'minor', referral: 'unacceptable' }]
    expect(broken(...found, consent, never, plan, refer('2026-12-14'))).toEqual(['risk-bearable'])
  })
})

describe('the schedule in the clear', () => {
  it('a limit moved later than the pack allows is seen, and the reporter can do without one', () => {
    const expected = expectedSchedule(setting, play(...intake))
    expect(isMovedAgainstPack(expected, { release: '2026-12-28', fixedRelease: null })).toBe(false)
    expect(isMovedAgainstPack(expected, { release: '2026-12-29', fixedRelease: null })).toBe(true)
    expect(isMovedAgainstPack(expected, { release: '2026-12-29', fixedRelease: '2026-12-29' })).toBe(false)
    expect(isMovedAgainstPack(expected, { release: '2026-12-30', fixedRelease: '2026-12-29' })).toBe(true)
    expect(isMovedAgainstPack(expected, { release: null, fixedRelease: '2026-12-29' })).toBe(true)
    expect(isMovedAgainstPack(expected, { release: null, fixedRelease: null })).toBe(true)
    const off = play(['2026-11-20', 'rosa', 'submit-protection', { a: 'unknown' }, { limit: 'off' }])
    expect(expectedSchedule(setting, off)).toEqual({ remind: '2026-11-25', release: null })
    const restored = play(
      ['2026-11-20', 'rosa', 'submit-protection', { a: 'unknown' }, { limit: 'off' }],
      ['2026-11-21', 'rosa', 'restore-limit'],
    )
    expect(expectedSchedule(setting, restored).release).toBe('2026-11-27')
  })

  it('while others are waited for, the office has thirty days after their last day', () => {
    const refused = play(...intake, ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }])
    expect(expectedSchedule(setting, refused).release).toBe('2027-04-19')
    const read = play(
      ...intake,
      ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }],
      ['2026-12-10', 'rosa', 'read'],
    )
    expect(expectedSchedule(setting, read).release).toBe('2027-02-10')
  })
})
