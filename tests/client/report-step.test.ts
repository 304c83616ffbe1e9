import { expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { ReporterKey } from '../../src/client/i18n/keys.ts'
import { languageOf } from '../../src/client/i18n/languages.ts'
import { translator } from '../../src/client/i18n/translate.ts'
import type { Answers } from '../../src/client/reporter/answers.ts'
import type { Said } from '../../src/client/reporter/form.ts'
import { saidInReport } from '../../src/client/reporter/plain-report.ts'
import { saidInRequest } from '../../src/client/reporter/protection-request.ts'
import { fieldsOf, stepOf } from '../../src/domain/steps.ts'

const catalogue = await readMessages(new URL('../../', import.meta.url).pathname)
const t = translator<ReporterKey>(
  languageOf('en'),
  compileMessages(Object.assign({}, ...Object.values(catalogue.en ?? {}))),
)

const base = { kind: 'report', mode: 'anonymous', story: 'A contract was split in two.' }
const reportStep = (answers: Answers): Said['report'] => saidInReport(t, answers).report
const identityStep = (answers: Answers): Said['identity'] => saidInReport(t, answers).identity

test('one sentence is enough for a report', () => {
  const step = reportStep({ story: 'A contract was split in two.' })
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
  const step = reportStep(answers)
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
  expect(JSON.stringify(reportStep(answers))).not.toMatch(/Marchand|left over/)
  expect(identityStep(answers)).toEqual({ type: 'identity', name: 'Zoé Marchand' })
})

test('an open name is in the report and the envelope is empty', () => {
  const answers = { ...base, mode: 'open', 'open-name': 'Zoé Marchand', 'sealed-name': 'left over' }
  expect(reportStep(answers)).toMatchObject({ name: 'Zoé Marchand' })
  expect(identityStep(answers)).toEqual({ type: 'nothing' })
})

test('an anonymous report never holds a name that was typed before the choice was changed', () => {
  const answers = {
    ...base,
    'open-name': 'Zoé Marchand',
    'sealed-name': 'Zoé Marchand',
    'sealed-reach': '0600 000 000',
  }
  expect(JSON.stringify([reportStep(answers), identityStep(answers)])).not.toMatch(/Marchand|0600/)
})

test('advice is asked for by the same answers', () => {
  expect(reportStep({ ...base, kind: 'advice' })).toMatchObject({ kind: 'advice', story: base.story })
  expect(reportStep({ ...base, kind: 'protection' })).toMatchObject({ kind: 'report' })
})

const request = {
  mode: 'anonymous',
  story: base.story,
  for_whom: 'me',
  activity_what: 'I reported travel billed twice.',
  activity_when: '2026-04-14',
  acts: '[{"taken":"2026-05-04"}]',
  feared: 'A transfer.',
  measures: 'separate remote-work',
  work_duties: 'Travel claims',
}

test('a request for protection holds its elements, and the work situation is in the envelope even without a name', () => {
  const { report, identity } = saidInRequest(t, { ...request, track: 'protection' })
  expect(report).toMatchObject({
    kind: 'protection',
    activity_when: '2026-04-14',
    acts: '[{"taken":"2026-05-04"}]',
    measures: 'separate remote-work',
  })
  expect(stepOf(fieldsOf(report))).toEqual(report)
  expect(identity).toEqual({ type: 'identity', work_duties: 'Travel claims' })
  expect(JSON.stringify(report)).not.toContain('Travel claims')
})

test('of what is done and what is feared, only what was asked is sealed', () => {
  expect(saidInRequest(t, { ...request, track: 'protection' }).report).not.toHaveProperty('feared')
  expect(saidInRequest(t, { ...request, track: 'prevention' }).report).not.toHaveProperty('acts')
  expect(saidInRequest(t, request).report).toMatchObject({ acts: expect.any(String), feared: 'A transfer.' })
})
