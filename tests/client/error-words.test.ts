import { expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { projectRoot } from '../../src/build/root.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { ReporterKey } from '../../src/client/i18n/keys.ts'
import { languageOf } from '../../src/client/i18n/languages.ts'
import { translator } from '../../src/client/i18n/translate.ts'
import { errorWords } from '../../src/client/reporter/error-words.ts'
import { errorStatus } from '../../src/contract/errors.ts'

const catalogue = await readMessages(projectRoot)
const t = translator<ReporterKey>(
  languageOf('en'),
  compileMessages(Object.assign({}, ...Object.values(catalogue.en ?? {}))),
)
const said = (code: string): string => errorWords(t, { code })
const codes = (groups: RegExp): string[] => Object.keys(errorStatus).filter((code) => groups.test(code))

test('whatever breaks a case or is against its rules is said in its own sentence', () => {
  const met = codes(
    /^(rule|chain|entry|seal|seals|share|body|summary|page|challenge|case|receipt|base64|file|upload)\./,
  )
  expect(met.length).toBeGreaterThan(40)
  for (const code of met) expect(said(code), code).toBe(t(`error.${code}` as ReporterKey))
})

test('whatever ails the directory keeps somebody from sending, in one sentence', () => {
  expect(said('directory.reused')).toBe(t('error.directory.broken_chain'))
  expect(said('directory.wrong_fingerprint')).toBe(t('error.directory.wrong_fingerprint'))
})

test('what no reporter can meet, and what this page does not know, is said in general words', () => {
  for (const code of ['kit.refused', 'toString', 'rule.of_tomorrow', '']) expect(said(code)).toBe(t('error.unknown'))
})
