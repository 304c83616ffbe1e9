import { describe, expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { ReporterKey } from '../../src/client/i18n/keys.ts'
import { languageOf, languages } from '../../src/client/i18n/languages.ts'
import { translator } from '../../src/client/i18n/translate.ts'
import type { OpenedCase } from '../../src/client/reporter/opened-case.ts'
import { aboutForm, addedActs } from '../../src/client/reporter/procedure/about.ts'
import { needsForm } from '../../src/client/reporter/procedure/needs.ts'
import type { View } from '../../src/client/reporter/procedure/view.ts'
import { known } from '../../src/domain/pack/rules.ts'
import { actsOf } from '../../src/domain/procedure/acts.ts'
import { rules, setting } from '../domain/procedure/support/cast.ts'
import { intake, play } from '../domain/procedure/support/play.ts'

const catalogue = await readMessages(new URL('../../', import.meta.url).pathname)

/** What the forms look at, of a request with one act that is being reviewed; nobody is in the office of this page. */
const viewIn = (tag: string): View => ({
  t: translator<ReporterKey>(
    languageOf(tag),
    compileMessages(Object.assign({}, ...Object.values(catalogue[tag] ?? {}))),
  ),
  setting,
  progress: play(...intake, ['2026-12-10', 'ines+bo', 'find-none', { demotion: 'none' }]),
  opened: {
    report: { type: 'report', kind: 'protection', mode: 'anonymous', language: 'en', story: '', for_whom: 'witness' },
    office: { directory: { members: [] } },
  } as unknown as OpenedCase,
  today: '2026-12-11',
})

const ofReporter = rules.pack.transitions.filter(({ by, id }) => by.includes('reporter') && id !== 'replace-key')

describe.each(languages.map(({ tag }) => tag))('the forms of the reporter’s steps in %s', (tag) => {
  test('ask in words for everything that the rules want of the step', () => {
    const bare = ofReporter.flatMap((line) =>
      needsForm(viewIn(tag), line).questions.flatMap(({ name, label, options = [] }) => [
        ...(label === name ? [`${line.id} ${name}`] : []),
        ...options.filter((option) => option.label === option.value).map(({ value }) => `${line.id} ${name} ${value}`),
      ]),
    )
    expect(bare).toEqual([])
  })
})

describe('what a form says', () => {
  const view = viewIn('en')
  const line = (id: string) => known(rules.transitions, id)

  test('ends nothing after a withdrawal, and speaks of no pressure, unless the person says so', () => {
    const presets = needsForm(view, line('withdraw')).questions.map(({ name, preset }) => [name, preset])
    expect(Object.fromEntries(presets)).toEqual({ pressure: 'unsaid', measures: 'keep', monitoring: 'keep' })
  })

  test('says again what the request has said already, without asking', () => {
    const form = needsForm(view, line('submit-protection'))
    expect(form.questions).toEqual([])
    expect(form.said({}).facts).toEqual({ for_whom: 'witness', limit: 'on' })
  })

  test('asks for a review of every act that was decided against the person, and lets them choose among some', () => {
    expect(aboutForm(view, line('request-review')).questions).toEqual([])
    expect(aboutForm(view, line('request-review')).said({}).about).toEqual({ demotion: 'contested' })
    const chosen = aboutForm(view, line('contest-acts'))
    expect(chosen.questions.map(({ options }) => options?.map(({ value }) => value))).toEqual([['demotion']])
    expect(chosen.said({ acts: '' }).about).toEqual({})
    expect(chosen.said({ acts: 'demotion' }).about).toEqual({ demotion: 'contested' })
  })

  test('names added acts after those that are there, and takes no day that has not come', () => {
    expect(actsOf(view.progress.history).size).toBe(1)
    const { about } = addedActs(view, [{ taken: '2026-12-01' }, { known: '2026-12-12' }, {}])
    expect(about).toEqual({ 'act-2': '2026-12-01', 'act-3': 'unknown', 'act-4': 'unknown' })
  })
})
