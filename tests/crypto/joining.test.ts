import { beforeAll, describe, expect, it } from 'vitest'
import { comparisonCode, proveJoin, signMark } from '../../crypto/index.ts'
import { checkMark, fingerprintDigits, newestMark } from '../../crypto/wire/index.ts'
import { lists } from '../../crypto/words/lists.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office, today } from './support/office.ts'

describe('two people who compare a code', () => {
  let office: Office
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
  })

  it('see the same 8 words for the same keys, and others for any other', async () => {
    const newcomer = { memberId: dice('id')(16), role: 'officer', clearance: 0, label: 'Eve' } as const
    const { join } = proveJoin(newcomer, office.person('Bo').keys, office.directory.fingerprint)
    const code = await comparisonCode(join, 'english')
    expect(code).toHaveLength(8)
    expect(code.every((word) => lists.english.includes(word))).toBe(true)
    expect(await comparisonCode(join.slice(), 'english')).toEqual(code)
    const swapped = proveJoin(newcomer, office.person('Chief').keys, office.directory.fingerprint)
    expect(await comparisonCode(swapped.join, 'english')).not.toEqual(code)
    const french = await comparisonCode(join, 'french')
    const places = (words: string[], list: readonly string[]) =>
      words.map((word) => list.indexOf(word.normalize('NFKD')))
    expect(places(french, lists.french)).toEqual(places(code, lists.english))
  })
})

describe('the fingerprint of an office', () => {
  it('is shown as ten groups of four digits, zeros in front included', () => {
    expect(fingerprintDigits(new Uint8Array(32)).join('')).toBe('0'.repeat(40))
    expect(fingerprintDigits(new Uint8Array(32).fill(0).with(23, 42)).at(-1)).toBe('0042')
    expect(fingerprintDigits(dice('fingerprint')(32))).toHaveLength(10)
    const number = BigInt(`0x${Buffer.from(dice('fingerprint')(32).subarray(0, 24)).toString('hex')}`)
    expect(BigInt(fingerprintDigits(dice('fingerprint')(32)).join(''))).toBe(number % 10n ** 40n)
  })
})

describe('marks over the head of the directory', () => {
  it('count only from people in standing, and only over the present head', async () => {
    const office = await anOffice({ Bo: 'officer', Eve: 'officer' })
    const { head } = office.directory
    const marks = [
      signMark(head, today - 20, office.person('Chief').keys),
      signMark(head, today - 3, office.person('Bo').keys),
      { ...signMark(head, today - 9, office.person('Eve').keys), day: today },
    ]
    expect(await newestMark(marks, office.directory)).toBe(today - 3)
    await office.retire('Bo')
    expect(await newestMark(marks, office.directory)).toBe(0)
    const late = signMark(office.directory.head, today, office.person('Bo').keys)
    await expect(checkMark(late, office.directory)).rejects.toThrow('mark.wrong_signer')
    expect(await newestMark([late], office.directory)).toBe(0)
  })
})
