import { beforeAll, describe, expect, it } from 'vitest'
import { openSeal } from '../../crypto/case/seal.ts'
import { openSummary } from '../../crypto/case/sealed-summary.ts'
import { openCase, signMark, unwrapSecret, verifyBySodium, wrapSecret } from '../../crypto/index.ts'
import {
  type Bytes,
  checkChallenge,
  checkMark,
  checkSummary,
  decodeSeal,
  decodeSummary,
  encodeSeal,
  foldDirectory,
  makeChallenge,
  type SignedEntry,
  verifyEntry,
  verifyReceipt,
} from '../../crypto/wire/index.ts'
import { aCase, type Journey } from './support/case.ts'
import { dice } from './support/dice.ts'
import { bitsOf, flip } from './support/flip.ts'
import { anOffice, type Office, today } from './support/office.ts'

/** How many of the bent versions somebody took for the real thing. */
async function accepted(bytes: Bytes, take: (bent: Bytes) => unknown): Promise<number[]> {
  const passed: number[] = []
  for (const bit of bitsOf(bytes)) {
    const taken = await Promise.resolve()
      .then(() => take(flip(bytes, bit)))
      .then(
        (value) => value !== false && value !== null,
        () => false,
      )
    if (taken) passed.push(bit)
  }
  return passed
}

describe('one flipped bit is noticed', () => {
  let office: Office
  let journey: Journey
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
    journey = await aCase(office)
  })

  for (const part of ['header', 'ciphertext', 'seals', 'signature'] as const) {
    it(`anywhere in the ${part} of an entry`, async () => {
      const entry = journey.service.accepted[0] as SignedEntry
      await expect(verifyEntry(entry, verifyBySodium)).resolves.toBeDefined()
      expect(await accepted(entry[part], (bent) => verifyEntry({ ...entry, [part]: bent }, verifyBySodium))).toEqual([])
    })
  }

  it('anywhere in a statement of the directory or beside it', async () => {
    const [first, ...others] = office.statements
    if (!first) throw new Error('the office has no statement')
    await expect(foldDirectory([first, ...others])).resolves.toBeDefined()
    const bend = (statement: Bytes) => foldDirectory([{ ...first, statement }, ...others], { verify: verifyBySodium })
    expect(await accepted(first.statement, bend)).toEqual([])
    const [signed] = first.signatures
    if (!signed) throw new Error('nobody signed')
    const bendSignature = (signature: Bytes) =>
      foldDirectory([{ ...first, signatures: [{ ...signed, signature }] }, ...others], { verify: verifyBySodium })
    expect(await accepted(signed.signature, bendSignature)).toEqual([])
    const bendSigner = (signer: Bytes) =>
      foldDirectory([{ ...first, signatures: [{ ...signed, signer }] }, ...others], { verify: verifyBySodium })
    expect(await accepted(signed.signer, bendSigner)).toEqual([])
  })

  it('anywhere in a summary', async () => {
    const covered = journey.service.verified[0]
    if (!covered) throw new Error('the case is empty')
    await expect(checkSummary(journey.service.summary, covered)).resolves.toBeDefined()
    expect(await accepted(journey.service.summary, (bent) => checkSummary(bent, covered, verifyBySodium))).toEqual([])
  })

  it('anywhere in what a reader of a summary opens', async () => {
    const { secrets } = await openCase(office.person('Bo').keys, {
      directory: office.directory,
      entries: journey.service.accepted,
    })
    const key = secrets.shared.keys.get(0) as Bytes
    const address = journey.reporter.address
    const summary = decodeSummary(journey.service.summary)
    expect(openSummary(summary, address, key)).toBeDefined()
    expect(
      await accepted(summary.ciphertext, (ciphertext) => openSummary({ ...summary, ciphertext }, address, key) ?? true),
    ).toEqual([])
    expect(await accepted(summary.head, (head) => openSummary({ ...summary, head }, address, key) ?? true)).toEqual([])
  })

  it('anywhere in a seal', async () => {
    const bo = office.person('Bo').keys.sealing
    const seals = journey.service.verified[0]?.seals?.seals ?? []
    const mine = seals.find(({ reader }) => Buffer.from(reader).equals(bo.id))
    if (!mine) throw new Error('nothing is sealed to Bo')
    const place = { case: journey.reporter.address, lane: 'shared', epoch: 0 } as const
    expect(openSeal(mine, place, bo)).not.toBeNull()
    expect(await accepted(encodeSeal(mine), (bent) => openSeal(decodeSeal(bent), place, bo))).toEqual([])
  })

  it('anywhere in a receipt', async () => {
    const [entry] = journey.service.verified
    const receipt = journey.service.accepted[0]?.receipt
    if (!entry || !receipt) throw new Error('the case is empty')
    const { case: address, lane, sequence } = entry.header
    const received = { case: address, lane, sequence, hash: entry.hash, day: today }
    const keys = [office.service.publicKey]
    expect(await verifyReceipt(received, receipt.signature, keys)).toBe(true)
    expect(await accepted(receipt.signature, (bent) => verifyReceipt(received, bent, keys))).toEqual([])
    expect(await accepted(entry.hash, (hash) => verifyReceipt({ ...received, hash }, receipt.signature, keys))).toEqual(
      [],
    )
    for (const other of [{ day: today + 1 }, { sequence: 1 }, { lane: 'identity' as const }]) {
      expect(await verifyReceipt({ ...received, ...other }, receipt.signature, keys)).toBe(false)
    }
  })

  it('anywhere in a mark, a challenge or a wrapped secret', async () => {
    const mark = signMark(office.directory.head, today, office.person('Bo').keys)
    await expect(checkMark(mark, office.directory)).resolves.toBeUndefined()
    const bendMark = (signature: Bytes) => checkMark({ ...mark, signature }, office.directory).then(() => true)
    expect(await accepted(mark.signature, bendMark)).toEqual([])

    const secret = dice('challenge secret')(32)
    const challenge = await makeChallenge(secret, 1000, dice('random')(16))
    await expect(checkChallenge(secret, challenge, 1000)).resolves.toBeUndefined()
    expect(await accepted(challenge, (bent) => checkChallenge(secret, bent, 1000).then(() => true))).toEqual([])

    const [unlocker, id] = [{ by: 'passkey', key: dice('prf')(32) } as const, dice('id')(16)]
    const wrapped = wrapSecret(dice('officer')(32), unlocker, id, dice('nonce'))
    expect(unwrapSecret(wrapped, unlocker, id)).toEqual(dice('officer')(32))
    expect(await accepted(wrapped, (bent) => unwrapSecret(bent, unlocker, id))).toEqual([])
  })
})
