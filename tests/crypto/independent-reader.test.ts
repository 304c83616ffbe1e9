import { createHash } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SignedEntry } from '../../crypto/wire/index.ts'
import { aCase, aFurtherKey, identity, type Journey, report } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office } from './support/office.ts'

/*
 * Reads a case with other people's primitives and nothing of ours, by following PROTOCOL.md alone: what the text says is
 * enough to open a case.
 */
const ascii = (text: string) => Buffer.from(text, 'ascii')
const u32 = (number: number) => Buffer.from([number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255])
const u16 = (number: number) => u32(number).subarray(2)
const tag = (name: string) => Buffer.concat([u16(`goodfaith/v1/${name}`.length), ascii(`goodfaith/v1/${name}`)])
const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const derive = (key: Uint8Array, label: string, parts: Uint8Array[], dkLen = 32) =>
  blake2b(Buffer.concat([tag(label), ...parts.flatMap((part) => [u32(part.length), part])]), { key, dkLen })
const open = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) =>
  Buffer.from(xchacha20poly1305(key, nonce, aad).decrypt(sealed))

/** Offsets of PROTOCOL 6.1 up to the commitments. */
const headerOf = ({ header }: SignedEntry) => ({
  case: header.subarray(1, 33),
  lane: header.subarray(33, 34),
  epoch: header.subarray(38, 42),
  author: header.subarray(43, 75),
  keyCommitment: header.subarray(175, 207),
  bodyCommitment: header.subarray(207, 239),
})

/** The 32 bytes that an entry seals to the reader with this secret (PROTOCOL 5.4, 5.5). */
function unseal(entry: SignedEntry, sealingSeed: Uint8Array): Buffer {
  const { publicKey, secretKey } = xwing.keygen(sealingSeed)
  const reader = hash(tag('sealing-key'), publicKey)
  const place = headerOf(entry)
  const seals = Buffer.from(entry.seals).subarray(5)
  const at = Array.from({ length: seals.length / 1200 }, (_, seal) => seals.subarray(seal * 1200, seal * 1200 + 1200))
  const mine = at.find((seal) => seal.subarray(0, 32).equals(reader))
  if (!mine) throw new Error('nothing is sealed to this reader')
  const ciphertext = mine.subarray(32, 1152)
  const shared = xwing.decapsulate(ciphertext, secretKey)
  const key = derive(shared, 'seal', [ciphertext, place.case, place.lane, place.epoch, reader])
  return open(key, new Uint8Array(24), tag('seal'), mine.subarray(1152))
}

/** The named texts of an entry under its content key (PROTOCOL 6.4 to 6.6), checked against both commitments. */
function read(entry: SignedEntry, contentKey: Uint8Array): Record<string, string> {
  const place = headerOf(entry)
  expect(hash(tag('key-commitment'), place.case, place.lane, place.epoch, contentKey)).toEqual(
    Buffer.from(place.keyCommitment),
  )
  const nonce = entry.ciphertext.subarray(0, 24)
  const padded = open(derive(contentKey, 'entries', []), nonce, entry.header, entry.ciphertext.subarray(24))
  const body = padded.subarray(4, 4 + padded.readUInt32BE(0))
  const fields: [string, string][] = []
  let leaves: Buffer[] = []
  for (let at = 2, count = body.readUInt16BE(0); count > 0; count--) {
    const name = body.subarray(at + 18, at + 18 + body.readUInt16BE(at + 16))
    const valueAt = at + 18 + name.length
    const value = body.subarray(valueAt + 4, valueAt + 4 + body.readUInt32BE(valueAt))
    leaves.push(hash(Buffer.from([0]), body.subarray(at, at + 18), name, hash(value)))
    fields.push([name.toString(), value.toString()])
    at = valueAt + 4 + value.length
  }
  while (leaves.length > 1) {
    const level = leaves
    leaves = level.flatMap((left, place) => {
      const right = level[place + 1]
      return place % 2 === 0 ? [right ? hash(Buffer.from([1]), left, right) : left] : []
    })
  }
  expect(leaves[0]).toEqual(Buffer.from(place.bodyCommitment))
  return Object.fromEntries(fields)
}

describe('somebody who has only the text of the protocol', () => {
  let office: Office
  let journey: Journey
  let shared: SignedEntry
  let names: SignedEntry
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Sub: 'substitute' })
    journey = await aCase(office)
    ;[shared, names] = journey.service.accepted as unknown as [SignedEntry, SignedEntry]
  })

  it('reads the report with an officer’s sealing seed', () => {
    expect(read(shared, unseal(shared, office.person('Bo').keys.sealing.secretKey))).toEqual(report)
  })

  it('reads report and identity with the case key alone', () => {
    const seed = derive(journey.caseKey, 'case-seal', [])
    expect(read(shared, unseal(shared, seed))).toEqual(report)
    expect(read(names, unseal(names, seed))).toEqual(identity)
  })

  it('reads the identity from the officers’ part and the service’s', () => {
    const part = unseal(names, office.person('Bo').keys.sealing.secretKey)
    const key = part.map((byte, place) => byte ^ (journey.service.share[place] as number))
    expect(read(names, key)).toEqual(identity)
  })

  it('reads the report with a representative’s twelve words, and with somebody’s who was readmitted', async () => {
    const helped = await aCase(office, { name: 'helped' })
    const body = { type: 'further-key' }
    await helped.does('Reporter', { act: 'represent', key: await aFurtherKey(helped, 'Lea'), body })
    const amina = await aFurtherKey(helped, 'Amina')
    for (const officer of ['Chief', 'Bo']) await helped.does(officer, { act: 'readmit', key: amina, body })
    const [first, , represent, , readmit] = helped.service.accepted as unknown as SignedEntry[]
    for (const [name, joined] of [['Lea', represent] as const, ['Amina', readmit] as const]) {
      const seed = derive(dice(`further ${name}`)(16), 'case-seal', [])
      expect(read(first as SignedEntry, unseal(joined as SignedEntry, seed))).toEqual(report)
      expect(() => unseal(helped.service.accepted[1] as SignedEntry, seed)).toThrow('nothing is sealed')
    }
  })

  it('makes again what is held back, knowing the key, and finds it named', () => {
    const { sealing } = office.person('Sub').keys
    const part = unseal(names, office.person('Bo').keys.sealing.secretKey)
    const key = unseal(shared, office.person('Bo').keys.sealing.secretKey)
    for (const [entry, secret] of [[shared, key] as const, [names, part] as const]) {
      const { case: address, lane, epoch } = headerOf(entry)
      const reader = hash(tag('sealing-key'), sealing.publicKey)
      const randomness = derive(secret, 'seal-randomness', [address, lane, epoch, reader], 64)
      const { cipherText, sharedSecret } = xwing.encapsulate(sealing.publicKey, randomness)
      const wrapping = derive(sharedSecret, 'seal', [cipherText, address, lane, epoch, reader])
      const sealed = xchacha20poly1305(wrapping, new Uint8Array(24), tag('seal')).encrypt(secret)
      const block = Buffer.concat([u16(1), reader, cipherText, sealed])
      expect(hash(tag('held'), block)).toEqual(Buffer.from(entry.header.subarray(311, 343)))
    }
  })

  it('sees that the holder of the case key signed', () => {
    const core = ({ header, ciphertext, seals }: SignedEntry) =>
      Buffer.concat([tag('entry'), u32(header.length), header, hash(ciphertext), hash(seals)])
    const address = ed25519.getPublicKey(derive(journey.caseKey, 'case-sign', []))
    for (const entry of [shared, names]) {
      expect(Buffer.from(headerOf(entry).case)).toEqual(Buffer.from(address))
      expect(ed25519.verify(entry.signature, core(entry), address)).toBe(true)
    }
  })
})
