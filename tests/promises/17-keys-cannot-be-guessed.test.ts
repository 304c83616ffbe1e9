import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  caseKeyDigits,
  caseKeyWords,
  generateCaseKey,
  generateKit,
  parseCaseKey,
  ready,
  reporterKeys,
} from '../../crypto/index.ts'
import { lists } from '../../crypto/words/lists.ts'

await ready()
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const guessesPerSecond = 1e9
const secondsPerYear = 365.25 * 86_400

/** In how many of the bytes' bits the samples are not balanced: each bit is one in half of them, within seven deviations. */
const unbalancedBits = (samples: readonly Uint8Array[]): number =>
  Array.from({ length: (samples[0] as Uint8Array).length * 8 }, (_, bit) => {
    const ones = samples.filter((bytes) => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1).length
    return Math.abs(ones - samples.length / 2) > 7 * Math.sqrt(samples.length / 4)
  }).filter(Boolean).length

test('a case key has 128 bits, every one of them random', () => {
  const keys = Array.from({ length: 4096 }, () => generateCaseKey(random))
  expect(keys.every(({ length }) => length === 16)).toBe(true)
  expect(unbalancedBits(keys)).toBe(0)
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(keys.length)
})

test('a recovery kit has 256 bits, every one of them random', () => {
  const kits = Array.from({ length: 4096 }, () => generateKit(random))
  expect(kits.every(({ length }) => length === 32)).toBe(true)
  expect(unbalancedBits(kits)).toBe(0)
})

test('what a reporter keeps holds all 128 bits, as words and as digits', () => {
  const alphabet = new Set(lists.english).size
  const checksumBits = 4
  const words = caseKeyWords(generateCaseKey(random), 'english')
  expect(words.length * Math.log2(alphabet) - checksumBits).toBeGreaterThanOrEqual(128)
  for (let time = 0; time < 200; time += 1) {
    const key = generateCaseKey(random)
    for (const text of [caseKeyWords(key, 'french'), caseKeyDigits(key)]) {
      expect(parseCaseKey(text.join(' '))).toMatchObject({ ok: true, key })
    }
  }
})

test('every single bit of the case key changes the case address', async () => {
  const key = generateCaseKey(random)
  const neighbours = Array.from({ length: 128 }, (_, bit) => {
    const other = key.slice()
    other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7))
    return other
  })
  const addresses = await Promise.all(
    [key, ...neighbours].map(async (each) => Buffer.from((await reporterKeys(each)).address).toString('hex')),
  )
  expect(new Set(addresses).size).toBe(129)
})

test('guessing a key takes as long as the threat model says', () => {
  const years = 2 ** 128 / guessesPerSecond / secondsPerYear
  expect(Math.floor(Math.log10(years))).toBe(22)
  const text = readFileSync(new URL('../../THREAT_MODEL.md', import.meta.url), 'utf8')
  expect(text).toContain('at a thousand million tries a second about 10^22 years')
})
