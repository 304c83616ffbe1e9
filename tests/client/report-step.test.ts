import { expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { ReporterKey } from '../../src/client/i18n/keys.ts'
import { languageOf } from '../../src/client/i18n/languages.ts'
import { translator } from '../../src/client/i18n/translate.ts'
import { identityStep, reportStep } from '../../src/client/reporter/report-step.ts'
import { fieldsOf, stepOf } from '../../src/domain/steps.ts'

const catalogue = await readMessages(new URL('../../', import.meta.url).pathname)
const t = translator<ReporterKey>(
  languageOf('en'),
  compileMessages(Object.assign({}, ...Object.values(catalogue.en ?? {}))),
)

const base = { kind: 'report', mode: 'anonymous', story: 'A contract was split in two.' }

test('one sentence is enough for a report', () => {
  const step = reportStep({ story: 'A contract was split in two.' }, t)
  expect(step).toEqual({
    type: 'report',
    kind: 'report',
    mode: 'anonymous',
    language: 'en',
    story: 'A contract was split in two.',
  })
  expect(stepOf(fieldsOf(step))).toEqual(step)
})

test('every answer of the form reaches the office', () => {
  const answers = {
    ...base,
    category: 'money favour',
    told: 'yes',
    'told-whom': 'my supervisor',
    risk: 'no',
    witnesses: 'two colleagues',
    'witnesses-ask': 'first',
    keep_from: 'the registry',
  }
  const step = reportStep(answers, t)
  expect(step).toMatchObject({
    category: 'money favour',
    reported_before: 'Have you already reported this to somebody? Yes\nTo whom? my supervisor',
    safety: 'Are you, or is somebody else, at risk now? No',
    witnesses: 'two colleagues\nMay the office speak with them? Ask me first',
    keep_from: 'the registry',
  })
  expect(stepOf(fieldsOf(step))).toEqual(step)
})

test('a confidential name is in its own envelope and not in the report', () => {
  const answers = { ...base, mode: 'confidential', 'sealed-name': 'Zoé Marchand', 'open-name': 'left over' }
  expect(JSON.stringify(reportStep(answers, t))).not.toMatch(/Marchand|left over/)
  expect(identityStep(answers)).toEqual({ type: 'identity', name: 'Zoé Marchand' })
})

test('an open name is in the report and the envelope is empty', () => {
  const answers = { ...base, mode: 'open', 'open-name': 'Zoé Marchand', 'sealed-name': 'left over' }
  expect(reportStep(answers, t)).toMatchObject({ name: 'Zoé Marchand' })
  expect(identityStep(answers)).toEqual({ type: 'nothing' })
})

test('an anonymous report never holds a name that was typed before the choice was changed', () => {
  const answers = {
    ...base,
    'open-name': 'Zoé Marchand',
    'sealed-name': 'Zoé Marchand',
    'sealed-reach': '0600 000 000',
  }
  expect(JSON.stringify([reportStep(answers, t), identityStep(answers)])).not.toMatch(/Marchand|0600/)
})

const request = {
  ...base,
  kind: 'protection',
  for_whom: 'me',
  activity_what: 'I reported travel billed twice.',
  activity_when: '2026-04-14',
  acts: '[{"taken":"2026-05-04"}]',
  feared: 'A transfer.',
  measures: 'separate remote-work',
  work_duties: 'Travel claims',
}

test('a request for protection holds its elements, and the work situation is in the envelope even without a name', () => {
  expect(reportStep({ ...request, track: 'protection' }, t)).toMatchObject({
    kind: 'protection',
    activity_when: '2026-04-14',
    acts: '[{"taken":"2026-05-04"}]',
    measures: 'separate remote-work',
  })
  expect(identityStep(request)).toEqual({ type: 'identity', work_duties: 'Travel claims' })
  expect(JSON.stringify(reportStep(request, t))).not.toContain('Travel claims')
})

test('of what is done and what is feared, only what was asked is sealed', () => {
  expect(reportStep({ ...request, track: 'protection' }, t)).not.toHaveProperty('feared')
  expect(reportStep({ ...request, track: 'prevention' }, t)).not.toHaveProperty('acts')
  expect(reportStep(request, t)).toMatchObject({ acts: expect.any(String), feared: 'A transfer.' })
})

test('what was typed for a request is not sealed once somebody only reports', () => {
  expect(reportStep({ ...request, kind: 'report' }, t)).not.toHaveProperty('acts')
  expect(JSON.stringify(reportStep({ ...request, kind: 'report' }, t))).not.toMatch(/billed|transfer/)
  expect(identityStep({ ...request, kind: 'report' })).toEqual({ type: 'nothing' })
})
