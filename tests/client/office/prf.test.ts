import { expect, test } from 'vitest'
import { prfOutput } from '../../../src/client/office/passkey/prf.ts'

test('an output is taken only if it is whole', () => {
  const bytes = Uint8Array.from({ length: 40 }, (_, index) => index)
  const results = (first: BufferSource) => ({ prf: { results: { first } } })
  expect(prfOutput(results(bytes.subarray(4, 36)))).toEqual(bytes.slice(4, 36))
  expect(prfOutput(results(bytes.slice(0, 32).buffer))).toEqual(bytes.slice(0, 32))
  expect(prfOutput(results(bytes))).toBeNull()
  expect(prfOutput({ prf: { enabled: true } })).toBeNull()
})
