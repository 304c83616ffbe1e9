import { beforeAll, describe, expect, it } from 'vitest'
import { append } from '../../crypto/case/append.ts'
import { noSecrets } from '../../crypto/case/secrets.ts'
import { begin } from '../../crypto/case/work.ts'
import { officerKeys, proveJoin, ready, reporterKeys, signStatement } from '../../crypto/index.ts'
import { encapsulate, sealingPair, sign } from '../../crypto/sodium/index.ts'
import {
  acceptableSealingKey,
  type Bytes,
  decodeJoin,
  emptyCase,
  encodeJoin,
  foldDirectory,
  joinProofBytes,
  nothing,
  verifyEntry,
} from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'
import { fromHex } from './support/hex.ts'
import { anOffice, today } from './support/office.ts'

const good = () => sealingPair(dice('good')(32)).publicKey
const withPoint = (point: string) => {
  const key = good().slice()
  key.set(fromHex(point), 1184)
  return key
}

/** Points of X25519 that make every shared secret the same, with either top bit. */
const smallOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].flatMap((point) => [
  point,
  point.slice(0, 62) + (Number.parseInt(point.slice(62), 16) ^ 0x80).toString(16).padStart(2, '0'),
])

const canBeSealedTo = (key: Bytes): boolean => {
  try {
    encapsulate(key, new Uint8Array(64))
    return true
  } catch {
    return false
  }
}

describe('a sealing key that nobody could seal to', () => {
  beforeAll(ready)

  it('is told from a good one just as libsodium tells it', () => {
    const random = dice('bent')
    expect(acceptableSealingKey(good())).toBe(true)
    for (const point of smallOrder)
      expect([point, canBeSealedTo(withPoint(point)), acceptableSealingKey(withPoint(point))]).toEqual([
        point,
        false,
        false,
      ])
    for (let round = 0; round < 400; round++) {
      const [at, byte] = [((random(2)[0] as number) * 256 + (random(1)[0] as number)) % 1216, random(1)[0] as number]
      const bent = good().with(at, byte | (round % 2 ? 0xd0 : 0))
      expect(acceptableSealingKey(bent)).toBe(canBeSealedTo(bent))
    }
    expect(acceptableSealingKey(good().slice(1))).toBe(false)
  })

  it('does not get into the directory, not even with the chief’s signature', async () => {
    const office = await anOffice()
    const keys = await officerKeys(dice('joiner')(32))
    const newcomer = { memberId: dice('id')(16), role: 'officer', clearance: 0, label: 'Eve' } as const
    const admit = (join: Bytes, proof: Bytes) => {
      const payload = { join: decodeJoin(join), proof }
      return foldDirectory([
        ...office.statements,
        signStatement(office.directory, today, 'admit', payload, office.person('Chief').keys),
      ])
    }
    const right = proveJoin(newcomer, keys, office.directory.fingerprint)
    await expect(admit(right.join, right.proof)).resolves.toBeDefined()
    const change = async (change: object) => {
      const join = encodeJoin({ ...decodeJoin(right.join), ...change })
      return admit(join, sign(joinProofBytes(office.directory.fingerprint, join), keys.signing.secretKey))
    }
    for (const sealingKey of [new Uint8Array(1216).fill(255), withPoint('00'.repeat(32))]) {
      await expect(change({ sealingKey })).rejects.toThrow('directory.malformed')
    }
    await expect(change({ clearance: 4 })).rejects.toThrow('directory.malformed')
    await expect(change({ clearance: 3 })).resolves.toBeDefined()
  })

  it('does not get into a case', async () => {
    const office = await anOffice()
    const keys = await reporterKeys(dice('key')(16))
    const officers = office.directory.members.map(({ id }) => id)
    const write = async (publicKey: Bytes) => {
      // The author seals to the right key and names another.
      const { id: reporterSealingKeyId, publicKey: reporterSealingKey } = keys.sealing
      const named = { key: nothing, sealingKey: publicKey, sealingKeyId: reporterSealingKeyId }
      const readers = { officers, reporterSealingKey, reporterSealingKeyId }
      const draft = {
        lane: 'shared',
        kind: 'entry',
        mode: 'new-key',
        body: {},
        readers,
        named,
        schedule: { remind: today, release: today },
      } as const
      const work = await append(begin(emptyCase(), noSecrets), draft, {
        keys,
        directory: office.directory,
        day: today,
        random: dice('write'),
      })
      return verifyEntry(work.entries[0] as NonNullable<(typeof work.entries)[0]>)
    }
    await expect(write(keys.sealing.publicKey)).resolves.toBeDefined()
    await expect(write(new Uint8Array(1216).fill(255))).rejects.toThrow('entry.bad_key')
    await expect(write(new Uint8Array(100))).rejects.toThrow('entry.bad_key')
  })
})
