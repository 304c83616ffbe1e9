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
