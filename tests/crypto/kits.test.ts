import { beforeAll, describe, expect, it } from 'vitest'
import {
  generateKit,
  kitSignIn,
  kitWords,
  parseKit,
  prfInput,
  ready,
  unwrapSecret,
  verifyBySodium,
  wrapSecret,
} from '../../crypto/index.ts'
import { kitSignInBytes, sha256, utf8 } from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'

const secret = dice('officer secret')(32)
const member = dice('member')(16)
const kit = generateKit(dice('kit'))

describe('an officer who unlocks', () => {
  beforeAll(ready)

  it('gets the secret back by passkey and by kit', () => {
    for (const by of ['passkey', 'kit'] as const) {
      const wrapped = wrapSecret(secret, { by, key: kit }, member, dice(by))
      expect(wrapped).toHaveLength(72)
      expect(unwrapSecret(wrapped, { by, key: kit }, member)).toEqual(secret)
    }
  })

  it('cannot use one for the other, nor another key, nor in another name', () => {
    const wrapped = wrapSecret(secret, { by: 'passkey', key: kit }, member, dice('wrap'))
    expect(() => unwrapSecret(wrapped, { by: 'kit', key: kit }, member)).toThrow('secret.wrong_key')
    expect(() => unwrapSecret(wrapped, { by: 'passkey', key: dice('other')(32) }, member)).toThrow('secret.wrong_key')
    expect(() => unwrapSecret(wrapped, { by: 'passkey', key: kit }, dice('other')(16))).toThrow('secret.wrong_key')
    expect(() => unwrapSecret(wrapped.slice(1), { by: 'passkey', key: kit }, member)).toThrow('secret.wrong_key')
  })

  it('evaluates every passkey at one fixed input', async () => {
    const tagged = utf8('goodfaith/v1/prf')
    expect(await prfInput()).toEqual(await sha256(Uint8Array.of(0, tagged.length), tagged))
  })
})

describe('a recovery kit', () => {
  beforeAll(ready)

  it.each(['english', 'french', 'spanish'] as const)('is read back from its 24 %s words', (list) => {
    expect(kitWords(kit, list)).toHaveLength(24)
    expect(parseKit(kitWords(kit, list).join(' '))).toEqual({ ok: true, kit })
  })

  it('names a word that is wrong', () => {
    const words = kitWords(kit, 'english').with(20, 'xqxqxqxq')
    expect(parseKit(words.join(' '))).toEqual({ ok: false, problems: [{ code: 'word', position: 21 }] })
    expect(parseKit('abandon')).toMatchObject({ ok: false, problems: [{ code: 'count', count: 1 }] })
  })

  it('signs in at this origin only, and only for this challenge', async () => {
    const challenge = dice('challenge')(32)
    const { publicKey, signature } = kitSignIn(kit, 'https://ethics.example', challenge)
    const holds = (origin: string, other = challenge) =>
      verifyBySodium(publicKey, kitSignInBytes(origin, other, publicKey), signature)
    expect(await holds('https://ethics.example')).toBe(true)
    expect(await holds('https://ethics.example.org')).toBe(false)
    expect(await holds('https://ethics.example', dice('other')(32))).toBe(false)
  })
})
