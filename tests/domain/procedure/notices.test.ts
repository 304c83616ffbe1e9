import { describe, expect, it } from 'vitest'
import type { TransitionLine } from '../../../src/domain/pack/procedure-lines.ts'
import { type Addressed, hasGap, noticesOf, noticeText } from '../../../src/domain/procedure/notices.ts'
import { withStep } from '../../../src/domain/procedure/run.ts'
import type { ProcedureStep, Progress } from '../../../src/domain/procedure/step.ts'
import { person, rules, setting } from './support/cast.ts'
import { intake, play, sampleFacts, underInvestigation } from './support/play.ts'

const naming: Addressed = {
  language: 'en',
  day: (day) => day,
  list: (items) => items.join(' and '),
  labelled: (label, value) => `${label}: ${value}`,
  person: (id) => `the person ${id}`,
  act: (id) => `1. ${id}`,
  notified: () => null,
  handlers: ['chief', 'officer'],
}

const signs = ['chief', 'officer', 'alternate', 'investigator']
const owing = rules.pack.transitions.filter(
  ({ by, notices }) => notices.length > 0 && by.some((who) => signs.includes(who)),
)

/** What must have been said before, where a notice repeats it. */
const after: Readonly<Record<string, string>> = {
  'remind-information': 'request-information',
  'mediation-failed': 'mediator-confirms',
  'mediation-over': 'mediator-confirms',
  'management-accepts': 'recommend',
  'management-refuses': 'recommend',
  'management-silent': 'recommend',
  'renew-recommendation': 'recommend',
  'report-items': 'management-accepts',
  'items-overdue': 'management-accepts',
  'invite-check-in': 'finish-implementation',
}

/** The case put into a state from which the step can be taken. */
function before({ id, region, from, to_by_origin }: TransitionLine, so: Progress): Progress {
  const earlier = rules.transitions.get(after[id] ?? '')
  if (earlier) return withStep(rules, before(earlier, so), stepFor(earlier))
  const state = from.includes('*') ? so.at[region].state : (from[0] ?? '')
  const origin = Object.keys(to_by_origin ?? {})[0]
  const came = origin ? { state: origin, since: so.day, from: null } : so.at[region]
  return { ...so, at: { ...so.at, [region]: { state, since: so.day, from: came } } }
}

function caseFor(line: TransitionLine): Progress {
  return before(line, play(...underInvestigation, ['2027-01-11', 'ines', 'show-letter', {}, { letter: 'one' }]))
}

function stepFor({ id, by, about }: TransitionLine): ProcedureStep {
  const who = by.find((role) => signs.includes(role))
  const author = person(who === 'alternate' ? 'alma' : who === 'investigator' ? 'ivo' : 'ines')
  const verdict = about?.some?.[0] ?? Object.values(about?.verdicts ?? {})[0]?.[0] ?? ''
  const promise = { 'The post given back': about?.kind === 'report-items' ? 'done' : '2027-03-01' }
  const said = about?.kind === 'judge-acts' ? { demotion: verdict } : about ? promise : {}
  const facts = { ...sampleFacts(id), ...(id.includes('letter') ? { letter: 'one' } : {}) }
  return { sequence: 99, day: '2027-01-12', author, transition: id, facts, about: said }
}

const bodies = (transition: TransitionLine, to: Addressed = naming) =>
  noticesOf(setting, caseFor(transition), stepFor(transition), to)

const textOf = (before: Progress, step: Partial<ProcedureStep>, to: Addressed = naming): string =>
  noticeText(
    noticesOf(setting, before, { sequence: 99, day: before.day, author: person('ines'), transition: '', ...step }, to),
  )

describe('the notices of a step', () => {
  it.each(owing.map((line) => [line.id, line] as const))(
    'of %s leave open only what nobody but an officer knows',
    (_, line) => {
      for (const language of rules.pack.about.languages) {
        for (const { body } of bodies(line, { ...naming, language })) {
          const gaps = Array.from(body.matchAll(/\[\[(.*?)\]\]/g), ([, name]) => name)
          const knownToOfficers = ['support', 'rule'].map(
            (id) => rules.pack.terms.find((term) => term.id === id)?.label[language],
          )
          expect(gaps.filter((name) => !knownToOfficers.includes(name))).toEqual([])
          expect(body).not.toMatch(/[{}]|undefined|\.\.|: \./)
        }
      }
    },
  )

  it('tell of the appeal wherever management was silent or a decision went against the person', () => {
    const silent = [
      'management-silent',
      'items-overdue',
      'measures-unanswered',
      'find-none',
      'refuse-late',
      'management-refuses',
    ]
    for (const line of owing.filter(({ id }) => silent.includes(id))) {
      expect(noticeText(bodies(line)), line.id).toContain('may not stop the time limit of your own appeal')
    }
  })

  it('name each act with its verdict, and only what was decided of it', () => {
    const before = play(...intake)
    const facts = { reasons_protected_activity: 'A.', reasons_detriment: 'B.', reasons_link: 'C.' }
    const found = textOf(before, { transition: 'find-prima-facie', about: { demotion: 'found' }, facts })
    expect(found).toContain('For these acts it looks like retaliation: 1. demotion. Reasons: A. B. C.')
    expect(found).not.toContain('may ask the alternate reviewer')
    const none = textOf(before, { transition: 'find-none', about: { demotion: 'none' }, facts })
    // Thirty days, from half a year after the notice at the latest.
    expect(none).toContain('ends on 2027-06-28 at the latest')
    expect(none).toContain(
      '1. demotion: No retaliation seen at first sight. Speaking up: A. What was done to you: B. The link: C.',
    )
  })

  it('count the days as they stand once the step is taken', () => {
    const before = play(...intake.slice(0, -1))
    expect(textOf(before, { transition: 'file-complete', day: '2026-11-27' })).toContain(
      'this time limit counts: The preliminary review, until 2026-12-28.',
    )
  })

  it('speak the language of the reporter, or that of the pack where it has no other', () => {
    const before = play(...intake)
    const step = { transition: 'remind-information', facts: {} }
    const fr = textOf(before, step, { ...naming, language: 'fr' })
    expect(fr).toContain('Nous vous demandons')
    expect(textOf(before, step, { ...naming, language: 'xx' })).toContain('We ask you for')
  })

  it('repeat in a reminder what was asked for, and leave a gap where nothing was', () => {
    const asked = play(...intake.slice(0, -1), [
      '2026-11-27',
      'ines',
      'request-information',
      {},
      { what: 'the letter', why: 'it is named' },
    ])
    expect(textOf(asked, { transition: 'remind-information' })).toContain(
      'We ask you for: the letter. We ask because: it is named.',
    )
    const blank = textOf(play(...intake), { transition: 'remind-information' })
    expect(hasGap(blank)).toBe(true)
    expect(blank).toContain('We ask you for: [[What it is]].')
  })
})
