import { expect, test } from 'vitest'
import { ruleCodes, wireCodes } from '../../crypto/wire/errors.ts'
import { errorStatus, isErrorCode } from '../../src/contract/errors.ts'

test('whatever can be wrong with signed bytes has a status of its own', () => {
  expect([...wireCodes, ...ruleCodes].filter((code) => !isErrorCode(code))).toEqual([])
})

test('a code is a stable dotted word and its status one of an error', () => {
  for (const [code, status] of Object.entries(errorStatus)) {
    expect(code).toMatch(/^[a-z0-9]+\.[a-z_]+$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThanOrEqual(503)
  }
})

test('names that every object has are no codes', () => {
  expect(['toString', 'constructor', '__proto__'].filter(isErrorCode)).toEqual([])
})
