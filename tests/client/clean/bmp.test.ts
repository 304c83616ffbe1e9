import { describe, expect, test } from 'vitest'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { bmp, bmpLines } from '../../support/evidence/profiles.ts'

const name = 'Philippa Oduya-Lindqvist'
const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const bytesOf = ({ bytes }: Cleaned): Bytes => bytes ?? expect.fail('nothing was cleaned')
const none = new Uint8Array(0)

const with32 = (bytes: Bytes, at: number, value: number): Bytes => {
  const changed = bytes.slice()
  new DataView(changed.buffer).setUint32(at, value, true)
  return changed
}
/** With bytes between its head and its lines. */
const gapped = (bytes: Bytes, gap: Bytes): Bytes =>
  with32(concat(bytes.subarray(0, bmpLines.at), gap, bytes.subarray(bmpLines.at)), 10, bmpLines.at + gap.length)
const linesOf = (bytes: Bytes): Bytes => bytes.subarray(bmpLines.at, bmpLines.at + bmpLines.count * bmpLines.length)

const usual = bmp(none, 'BGRs')

describe('a BMP', () => {
  test('that holds nothing but its picture stays as it is, to the byte', async () => {
    expect(await clean(usual)).toEqual({ outcome: 'cleaned', bytes: usual, removed: [], remains: [] })
  })

  test.each([
    ['behind its lines', concat(usual, signs(name))],
    ['between its head and its lines', gapped(usual, signs(name))],
    ['in numbers that nobody reads', with32(usual, 6, 0x4c_49_48_50)],
    ['at the ends of its lines', bmp(none, 'BGRs', 0x50)],
  ])('loses what stands %s, and nothing of its picture', async (_, before) => {
    const cleaned = await clean(before)
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [{ kind: 'hidden', value: '' }], remains: [] })
    expect(bytesOf(cleaned)).toEqual(usual)
  })

  test('whose colours lie in a folder of a device loses the folder, which is told', async () => {
    const path = `C:\\Users\\${name}\\screen.icm`
    const cleaned = await clean(bmp(signs(`${path}\0`), 'KNIL'))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [{ kind: 'path', value: path }], remains: [] })
    expect(bytesOf(cleaned)).toEqual(usual)
  })

  test('of few colours keeps the list of them', async () => {
    const head = concat(usual.subarray(0, 28), signs('\x08\0'), usual.subarray(30, 46))
    const list = Uint8Array.from({ length: 256 * 4 }, (_, place) => place % 251)
    const lines = new Uint8Array(8 * 4).fill(3)
    for (let line = 0; line < 4; line += 1) lines.fill(0, line * 8 + 5, line * 8 + 8)
    const short = concat(
      with32(with32(with32(head, 14, 40), 10, 54 + list.length), 2, 54 + list.length + 32),
      new Uint8Array(8),
    )
    const before = with32(with32(concat(short, list, lines), 46, 256), 34, 32)
    expect(await clean(before)).toEqual({ outcome: 'cleaned', bytes: before, removed: [], remains: [] })
  })

  test.each([
    ['whose lines are packed', with32(usual, 30, 1)],
    ['whose lines are cut off', usual.subarray(0, -20)],
    ['whose lines begin in its head', with32(usual, 10, 60)],
    ['that is too wide', with32(usual, 18, 0x7f_ff_ff_ff)],
    ['whose head is longer than the file', usual.subarray(0, 100)],
    ['whose colours are given in numbers of its own', with32(bmp(none, '\0\0\0\0'), 74, 12_345)],
  ])('%s goes to its owner, untouched', async (_, before) => {
    expect(await clean(before)).toEqual({ outcome: 'unknown', bytes: null, removed: [], remains: [] })
  })

  test('keeps its points', async () => {
    expect(linesOf(bytesOf(await clean(concat(usual, signs(name)))))).toEqual(linesOf(usual))
  })
})
