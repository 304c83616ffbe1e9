import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as base64url from '../../crypto/wire/base64url.ts'

const ways = [
  ['by the engine where it can', base64url.toBase64url, base64url.fromBase64url],
  ['by hand', base64url.writeBase64url, base64url.readBase64url],
] as const

describe.each(ways)('bytes in JSON, %s,', (_, toBase64url, fromBase64url) => {
  it('are written as everybody else writes them, and come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (any) => {
        const bytes = new Uint8Array(any)
        const text = toBase64url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(text)).toEqual(bytes)
      }),
    )
  })

  it('have one form only', () => {
    for (const text of [
      'A',
      'AAAAA',
      'AA==',
      'AAA=',
      'A A',
      ' AAA',
      'AAA\n',
      'A+AA',
      'A/AA',
      'AÀAA',
      'A\u{1f600}A',
      'AB',
      'AAB',
      '\u0100AAA',
      'AAA\u0141',
    ]) {
      expect(() => fromBase64url(text), text).toThrow('base64.malformed')
    }
  })

  it('are never read from a text that would be written otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABCzyx019-_+/= é'), maxLength: 12 }), (text) => {
        let bytes: Uint8Array
        try {
          bytes = fromBase64url(text)
        } catch {
          return
        }
        expect(toBase64url(bytes)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
