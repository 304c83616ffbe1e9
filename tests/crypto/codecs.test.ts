import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decode,
  encode,
  list16,
  named,
  struct,
  text,
  u8,
  u16,
  u32,
  v16,
  v32,
  versioned,
} from '../../crypto/wire/codec.ts'
import {
  decodeHeader,
  decodeJoin,
  decodePayload,
  decodeSeals,
  decodeStatement,
  decodeStream,
  decodeSummary,
  type StatementKind,
} from '../../crypto/wire/index.ts'
import { statementKinds } from '../../crypto/wire/statement.ts'
import { aCase } from './support/case.ts'
import { anOffice } from './support/office.ts'

const all = versioned(
  1,
  struct({
    small: u8,
    middle: u16,
    large: u32,
    short: v16(40),
    long: v32(40),
    words: text(400),
    many: list16(u8, 9),
    one: named({ a: 7, b: 9 }),
  }),
)
const bytes = (most: number) => fc.uint8Array({ maxLength: most }).map((any) => new Uint8Array(any))
const value = fc.record({
  small: fc.integer({ min: 0, max: 255 }),
  middle: fc.integer({ min: 0, max: 65_535 }),
  large: fc.integer({ min: 0, max: 4_294_967_295 }),
  short: bytes(40),
  long: bytes(40),
  words: fc.string({ unit: 'grapheme', maxLength: 20 }).map((words) => words.normalize('NFC')),
  many: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 9 }),
  one: fc.constantFrom('a' as const, 'b' as const),
})
const at = (...given: number[]) => new Uint8Array(given)

describe('a layout', () => {
  it('reads what it wrote, and writes again what it read', () => {
    fc.assert(
      fc.property(value, (written) => {
        const encoded = encode(all, written)
        expect(decode(all, encoded, 'entry.malformed')).toEqual(written)
      }),
    )
  })

  it('refuses a byte more, a byte less and another version', () => {
    fc.assert(
      fc.property(value, (written) => {
        const encoded = encode(all, written)
        const longer = new Uint8Array([...encoded, 0])
        const newer = encoded.with(0, 2)
        for (const wrong of [longer, encoded.subarray(0, -1), newer]) {
          expect(() => decode(all, wrong, 'entry.malformed')).toThrow('entry.malformed')
        }
      }),
      { numRuns: 50 },
    )
  })

  it('refuses lengths beyond its limits, names it does not know and text that has a second form', () => {
    expect(() => decode(v16(2), at(0, 3, 1, 1, 1), 'seals.malformed')).toThrow('seals.malformed')
    expect(() => decode(v32(2), at(255, 255, 255, 255), 'seals.malformed')).toThrow('seals.malformed')
    expect(() => decode(list16(u8, 1), at(0, 2, 1, 1), 'seals.malformed')).toThrow('seals.malformed')
    expect(() => decode(named({ a: 1 }), at(2), 'seals.malformed')).toThrow('seals.malformed')
    expect(() => decode(text(9), at(0, 3, 0x65, 0xcc, 0x81), 'seals.malformed')).toThrow('seals.malformed')
    expect(() => decode(text(9), at(0, 1, 0xff), 'seals.malformed')).toThrow('seals.malformed')
    expect(decode(text(9), at(0, 2, 0xc3, 0xa9), 'seals.malformed')).toBe('é')
  })

  it('writes nothing that does not fit', () => {
    expect(() => encode(u8, 256)).toThrow(RangeError)
    expect(() => encode(u32, -1)).toThrow(RangeError)
    expect(() => encode(u16, 0.5)).toThrow(RangeError)
    expect(() => encode(v16(2), at(1, 2, 3))).toThrow(RangeError)
  })
})

describe('a stranger who sends rubbish', () => {
  it('gets a stable code from every decoder and nothing else', async () => {
    const office = await anOffice()
    const journey = await aCase(office)
    const entry = journey.service.accepted[0]
    if (!entry) throw new Error('the case is empty')
    const decoders: [string, (given: Uint8Array<ArrayBuffer>) => unknown, Uint8Array<ArrayBuffer>][] = [
      ['entry.malformed', decodeHeader, entry.header],
      ['seals.malformed', decodeSeals, entry.seals],
      ['summary.malformed', decodeSummary, journey.service.summary],
      ['directory.malformed', decodeStatement, office.statements[0]?.statement as Uint8Array<ArrayBuffer>],
      ['directory.malformed', decodeJoin, at(1, 2, 3)],
      ['page.malformed', decodeStream, at(0, 0)],
      ...(Object.keys(statementKinds) as StatementKind[]).map(
        (kind) =>
          ['directory.malformed', (given: Uint8Array) => decodePayload(kind, given), at(9)] as [
            string,
            (given: Uint8Array<ArrayBuffer>) => unknown,
            Uint8Array<ArrayBuffer>,
          ],
      ),
    ]
    for (const [code, read, good] of decoders) {
      const attempts = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 80 }), 40).map((any) => new Uint8Array(any))
      const cut = [1, 2, 5, 33].map((length) => good.slice(0, Math.max(1, good.length - length)))
      for (const attempt of [...attempts, ...cut.filter(({ length }) => length < good.length)]) {
        try {
          read(attempt)
        } catch (error) {
          expect(error).toMatchObject({ code })
        }
      }
      expect(() => read(new Uint8Array([...good, 0, 0, 0, 0, 0]))).toThrow(code)
    }
  })
})
