import { beforeAll, describe, expect, it } from 'vitest'
import { encodeBody } from '../../crypto/case/body.ts'
import { unwrapPrevious } from '../../crypto/case/content-key.ts'
import { openSeal } from '../../crypto/case/seal.ts'
import { decryptBody, encryptBody } from '../../crypto/case/sealed-body.ts'
import { openCase } from '../../crypto/index.ts'
import { type Bytes, encodeHeader, type Lane, type Seal } from '../../crypto/wire/index.ts'
import { aCase, type Journey, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office } from './support/office.ts'

describe('what is sealed for one place', () => {
  let office: Office
  let one: Journey
  let other: Journey
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
    one = await aCase(office, { name: 'one' })
    other = await aCase(office, { name: 'other' })
    await one.does('Chief', say('To one.'))
    await one.does('Chief', { act: 'remove', members: [office.person('Bo').id], body: {} })
  })

  const sealOf = (journey: Journey, who: string): Seal =>
    journey.service.verified[0]?.seals?.seals.find(({ reader }) =>
      Buffer.from(reader).equals(journey.keysOf(who).sealing.id),
    ) as Seal

  it('opens in no other case, lane or epoch, and for nobody else', () => {
    const seal = sealOf(one, 'Bo')
    const place = { case: one.reporter.address, lane: 'shared' as Lane, epoch: 0 }
    const { sealing } = office.person('Bo').keys
    expect(openSeal(seal, place, sealing)).not.toBeNull()
    expect(openSeal(seal, { ...place, case: other.reporter.address }, sealing)).toBeNull()
    expect(openSeal(seal, { ...place, lane: 'office' }, sealing)).toBeNull()
    expect(openSeal(seal, { ...place, epoch: 1 }, sealing)).toBeNull()
    expect(openSeal(seal, place, office.person('Chief').keys.sealing)).toBeNull()
    expect(openSeal({ ...seal, reader: office.person('Chief').keys.sealing.id }, place, sealing)).toBeNull()
  })

  it('opens under no header but its own', async () => {
    const [key, nonce] = [dice('key')(32), dice('nonce')(24)]
    const header = one.service.verified[0]?.header
    if (!header) throw new Error('the case is empty')
    const bytes = encodeHeader(header)
    const { padded } = await encodeBody({ type: 'message' }, dice('salt'))
    const ciphertext = encryptBody(key, nonce, bytes, padded)
    expect(decryptBody(key, bytes, ciphertext)).toEqual(padded)
    for (const change of [{ sequence: 1 }, { lane: 'office' as const }, { case: other.reporter.address }, { day: 1 }]) {
      expect(() => decryptBody(key, encodeHeader({ ...header, ...change }), ciphertext)).toThrow('body.bad_key')
    }
  })

  it('wraps the key before it for its own epoch only', async () => {
    const { secrets } = await one.open('Chief')
    const renewed = one.service.verified.find(({ header }) => header.lane === 'shared' && header.epoch === 1)
    const wrapped = renewed?.seals?.previousKey as Bytes
    const place = { case: one.reporter.address, lane: 'shared' as Lane, epoch: 1 }
    const key = secrets.shared.keys.get(1) as Bytes
    expect(unwrapPrevious(place, key, wrapped)).toEqual(secrets.shared.keys.get(0))
    expect(unwrapPrevious({ ...place, epoch: 2 }, key, wrapped)).toBeNull()
    expect(unwrapPrevious({ ...place, lane: 'office' }, key, wrapped)).toBeNull()
  })

  it('is shown as broken when the service puts it into another case', async () => {
    const [first, second] = other.service.accepted
    const foreign = one.service.accepted[2]
    if (!first || !second || !foreign) throw new Error('a case is too short')
    const opened = await openCase(office.person('Chief').keys, {
      directory: office.directory,
      entries: [first, second, foreign],
    })
    expect(opened.broken).toEqual({ lane: 'shared', sequence: 1, code: 'chain.wrong_case' })
    expect(opened.entries.map(({ body }) => body?.text)).not.toContain('To one.')
  })
})
