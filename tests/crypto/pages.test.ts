import { beforeAll, describe, expect, it } from 'vitest'
import { signRead, verifyBySodium } from '../../crypto/index.ts'
import {
  checkChallenge,
  concat,
  decodePage,
  decodeStream,
  encodePage,
  encodeStreamed,
  makeChallenge,
  pageCapacity,
  readRequestBytes,
} from '../../crypto/wire/index.ts'
import { aCase, type Journey, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice } from './support/office.ts'

describe('the pages that a reporter reads', () => {
  let journey: Journey
  let stream: Uint8Array<ArrayBuffer>
  const filler = dice('filler')(65_536)
  beforeAll(async () => {
    journey = await aCase(await anOffice({ Bo: 'officer', Dee: 'officer' }))
    for (let round = 0; round < 12; round++) await journey.does('Bo', say('x'.repeat(round * 900)))
    stream = concat(...journey.service.accepted.toReversed().map(encodeStreamed))
  })

  it('have one size, with a case and without', () => {
    expect(encodePage(null, 0, filler)).toHaveLength(65_536)
    expect(encodePage(stream, 0, filler)).toHaveLength(65_536)
    expect(encodePage(stream, 99, filler)).toHaveLength(65_536)
    expect(encodePage(new Uint8Array(0), 0, filler)).toHaveLength(65_536)
  })

  it('give back the whole case, newest first', () => {
    const { pages } = decodePage(encodePage(stream, 0, filler))
    expect(pages).toBe(Math.ceil(stream.length / pageCapacity))
    expect(pages).toBeGreaterThan(1)
    const chunks = Array.from({ length: pages }, (_, page) => decodePage(encodePage(stream, page, filler)).chunk)
    expect(decodeStream(concat(...chunks))).toEqual(journey.service.accepted.toReversed())
  })

  it('say of an unknown key only that it is unknown', () => {
    const page = encodePage(null, 0, filler)
    expect(decodePage(page)).toEqual({ found: false, pages: 1, chunk: new Uint8Array(0) })
    expect(page.subarray(8)).toEqual(filler.subarray(8))
  })

  it('are refused when they are not whole', () => {
    const page = encodePage(stream, 0, filler)
    expect(() => decodePage(page.slice(1))).toThrow('page.malformed')
    expect(() => decodePage(page.with(0, 2))).toThrow('page.malformed')
    expect(() => decodePage(page.with(1, 2))).toThrow('page.malformed')
    expect(() => decodePage(page.with(4, 255))).toThrow('page.malformed')
    expect(() => decodeStream(stream.slice(0, -1))).toThrow('page.malformed')
  })

  it('are asked for by a signature over origin, challenge, key and page', async () => {
    const challenge = dice('challenge')(52)
    const { key, signature } = signRead(journey.reporter, 'https://ethics.example', challenge, 3)
    const holds = (origin: string, given: typeof challenge, page: number) =>
      verifyBySodium(key, readRequestBytes(origin, given, key, page), signature)
    expect(await holds('https://ethics.example', challenge, 3)).toBe(true)
    expect(await holds('https://ethics.example', challenge, 2)).toBe(false)
    expect(await holds('https://other.example', challenge, 3)).toBe(false)
    expect(await holds('https://ethics.example', dice('other')(52), 3)).toBe(false)
  })
})

describe('a challenge', () => {
  const secret = dice('challenge secret')(32)

  it('holds for five minutes and not before it was made', async () => {
    const challenge = await makeChallenge(secret, 1000, dice('random')(16))
    expect(challenge).toHaveLength(52)
    for (const now of [1000, 1004]) await expect(checkChallenge(secret, challenge, now)).resolves.toBeUndefined()
    for (const now of [1005, 2000, 999])
      await expect(checkChallenge(secret, challenge, now)).rejects.toThrow('challenge.expired')
  })

  it('is known to the service that made it and to no other', async () => {
    const challenge = await makeChallenge(secret, 1000, dice('random')(16))
    await expect(checkChallenge(dice('another')(32), challenge, 1000)).rejects.toThrow('challenge.malformed')
    await expect(checkChallenge(secret, challenge.slice(1), 1000)).rejects.toThrow('challenge.malformed')
    expect(await makeChallenge(secret, 1000, dice('other random')(16))).not.toEqual(challenge)
  })
})
