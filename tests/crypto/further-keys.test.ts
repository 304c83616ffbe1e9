import { beforeEach, describe, expect, it } from 'vitest'
import { decodePublicKeys, encodePublicKeys, keyCode, type PublicKeys, publicKeysOf } from '../../crypto/index.ts'
import { equal } from '../../crypto/wire/bytes.ts'
import { limits } from '../../crypto/wire/limits.ts'
import { aCase, accept, aFurtherKey, identity, type Journey, lastWords, report, say } from './support/case.ts'
import { bitsOf, flip } from './support/flip.ts'
import { anOffice, type Office } from './support/office.ts'

let office: Office
let journey: Journey
beforeEach(async () => {
  office = await anOffice({ Bo: 'officer', Sub: 'substitute' })
  journey = await aCase(office)
})

const body = { type: 'granted' }
const represent = async (name: string) => {
  const key = await aFurtherKey(journey, name)
  await journey.does('Reporter', { act: 'represent', key, body })
  return key
}
const readmit = async (name: string) => {
  const key = await aFurtherKey(journey, name)
  await journey.does('Chief', { act: 'readmit', key, body })
  await journey.does('Bo', { act: 'readmit', key, body })
  return key
}
const end = (who: string, key: PublicKeys) => journey.does(who, { act: 'end-key', key: key.signing, body })

const clean = async (who: string) => {
  const opened = await journey.open(who)
  expect(opened.broken).toBeNull()
  expect(opened.badSeals).toEqual([])
  expect(opened.entries.filter((entry) => entry.void)).toEqual([])
  return opened
}

describe('a representative', () => {
  it('reads the whole story and not who the reporter is, and writes under their own name', async () => {
    await journey.does('Chief', say('We have it.'))
    await journey.does('Bo', say('A note.', 'office'))
    await represent('Lea')
    const opened = await clean('Lea')
    expect(opened.entries.map(({ body: said }) => said)).toContainEqual(report)
    expect(opened.entries.find(({ lane }) => lane === 'identity')?.body).toBeNull()
    await journey.does('Lea', say('I speak for my client.'))
    for (const who of ['Reporter', 'Chief', 'Bo', 'Lea']) {
      const seen = (await clean(who)).entries.at(-1)
      expect([seen?.author, seen?.further?.standing, seen?.body?.text]).toEqual([
        null,
        'representative',
        'I speak for my client.',
      ])
    }
  })

  it('can read nothing that is written after they were shut out, and write nothing', async () => {
    const key = await represent('Lea')
    await journey.does('Reporter', say('Before.'))
    await end('Reporter', key)
    await journey.does('Chief', say('After.'))
    expect(lastWords(await journey.open('Lea'), 'shared')).toBe('Before.')
    expect(lastWords(await clean('Reporter'), 'shared')).toBe('After.')
    await expect(journey.seal('Lea', say('Still here.'))).rejects.toThrow()
  })

  it('keeps reading when the reporter replaces the case key, and when an officer is removed', async () => {
    await represent('Lea')
    const newKeys = (await aCase(office, { name: 'another' })).reporter
    await journey.does('Reporter', { act: 'replace-key', newKeys, body: { type: 'key-replaced' } })
    journey.reporter = newKeys
    await journey.does('Chief', { act: 'remove', members: [office.person('Bo').id], body: { type: 'removed' } })
    await journey.does('Lea', say('Still here.'))
    expect(lastWords(await clean('Chief'), 'shared')).toBe('Still here.')
  })

  it('renews the shared key before writing when somebody has retired, and the office brings the identity after', async () => {
    await represent('Lea')
    await office.retire('Bo')
    await journey.does('Lea', say('Is Bo gone?'))
    expect(lastWords(await clean('Lea'), 'shared')).toBe('Is Bo gone?')
    expect(lastWords(await clean('Chief'), 'shared')).toBe('Is Bo gone?')
    expect(lastWords(await journey.open('Bo'), 'shared')).toBeUndefined()
    await journey.does('Chief', say('Yes.'))
    const opened = await journey.open('Reporter')
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    expect(opened.entries.find(({ lane, sequence }) => lane === 'identity' && sequence === 0)?.body).toEqual(identity)
    expect(opened.state.lanes.identity?.holders.filter(({ member }) => member)).toHaveLength(1)
  })

  it('does nothing but write: no reader, no key, no release, no identity is theirs to move', async () => {
    const key = await represent('Lea')
    const other = await aFurtherKey(journey, 'Mo')
    const sub = [office.person('Sub').id]
    const newKeys = journey.keysOf('Mo') as never
    for (const act of [
      { act: 'grant', members: sub, body },
      { act: 'remove', members: [office.person('Bo').id], body },
      { act: 'release', body },
      { act: 'close', body },
      { act: 'open-identity', body },
      { act: 'replace-key', newKeys, body },
      { act: 'represent', key: other, body },
      { act: 'readmit', key: other, body },
      { act: 'end-key', key: key.signing, body },
    ] as const) {
      await expect(journey.seal('Lea', act), act.act).rejects.toThrow(/^rule\./)
    }
    await expect(journey.seal('Lea', say('My name.', 'identity'))).rejects.toThrow('seal.bad')
  })
})

describe('somebody who lost their words', () => {
  it('is let in by two different officers, and by neither of them alone', async () => {
    const key = await aFurtherKey(journey, 'Amina')
    await journey.does('Chief', { act: 'readmit', key, body })
    expect((await journey.open('Amina')).entries[0]?.body).toBeNull()
    await expect(journey.seal('Chief', { act: 'readmit', key, body })).rejects.toThrow('rule.first_signature')
    await journey.does('Reporter', say('Who is this?'))
    await journey.does('Bo', { act: 'readmit', key, body })
    const opened = await clean('Amina')
    expect(opened.entries[0]?.body).toEqual(report)
    expect(opened.entries.find(({ lane }) => lane === 'identity')?.body).toBeNull()
    expect(opened.state.furtherKeys.map(({ standing }) => standing)).toEqual(['readmitted'])
  })

  it('does not come in by a second signature for another key, nor by that of an officer who has left the case', async () => {
    const [key, other] = [await aFurtherKey(journey, 'Amina'), await aFurtherKey(journey, 'Mallory')]
    await journey.does('Chief', { act: 'readmit', key, body })
    const swapped = { signing: key.signing, sealing: other.sealing }
    await journey.does('Bo', { act: 'readmit', key: swapped, body })
    expect(journey.service.state.furtherKeys).toEqual([])
    await journey.does('Bo', { act: 'remove', members: [office.person('Bo').id], body: { type: 'removed' } })
    await expect(journey.seal('Chief', { act: 'readmit', key: swapped, body })).rejects.toThrow('rule.first_signature')
  })

  it('is put out again by the holder of the first key, and reads nothing new', async () => {
    const key = await readmit('Amina')
    await journey.does('Amina', say('It is me.'))
    await end('Reporter', key)
    await journey.does('Chief', say('We see the objection.'))
    expect(lastWords(await journey.open('Amina'), 'shared')).toBe('It is me.')
    expect(lastWords(await clean('Chief'), 'shared')).toBe('We see the objection.')
  })

  it('can end a representative of theirs, and not the key of somebody else who was readmitted', async () => {
    const lea = await represent('Lea')
    await readmit('Amina')
    const second = await readmit('Second')
    await end('Amina', lea)
    expect(journey.service.state.furtherKeys).toHaveLength(2)
    await expect(journey.seal('Amina', { act: 'end-key', key: second.signing, body })).rejects.toThrow(
      'rule.no_such_key',
    )
  })
})

describe('a further key', () => {
  it('is nobody else’s: not the reporter’s, an officer’s, nor one that is there already', async () => {
    const lea = await represent('Lea')
    const taken = [lea, publicKeysOf(journey.reporter), publicKeysOf(office.person('Bo').keys)]
    const fresh = await aFurtherKey(journey, 'Mo')
    for (const key of taken) {
      await expect(journey.seal('Reporter', { act: 'represent', key, body })).rejects.toThrow('rule.new_key')
      const mixed = { signing: fresh.signing, sealing: key.sealing }
      await expect(journey.seal('Reporter', { act: 'represent', key: mixed, body })).rejects.toThrow('rule.new_key')
    }
    const newKeys = journey.keysOf('Lea') as never
    await expect(journey.seal('Reporter', { act: 'replace-key', newKeys, body })).rejects.toThrow('rule.new_key')
  })

  it('is one of eight at the most', async () => {
    for (let count = 0; count < limits.furtherKeys; count++) await represent(`Lea ${count}`)
    const key = await aFurtherKey(journey, 'Mo')
    await expect(journey.seal('Reporter', { act: 'represent', key, body })).rejects.toThrow('rule.too_many_keys')
  })

  it('does not come with a batch that somebody else began', async () => {
    await represent('Lea')
    const before = { ...journey.service }
    const one = await journey.seal('Lea', say('One.'))
    await accept(journey.service, one, office)
    const two = await journey.seal('Reporter', say('Two.'))
    const both = { ...two, entries: [...one.entries, ...two.entries] }
    await expect(accept(before, both, office)).rejects.toThrow('rule.unknown_author')
  })

  it('travels as one line that a single flipped bit changes the words of', async () => {
    const key = await aFurtherKey(journey, 'Amina')
    const bytes = encodePublicKeys(key)
    expect(bytes).toHaveLength(1248)
    expect(decodePublicKeys(bytes)).toEqual(key)
    const words = await keyCode(key, 'english')
    expect(words).toHaveLength(8)
    for (const bit of bitsOf(bytes)) {
      const bent = flip(bytes, bit)
      const read = await Promise.resolve()
        .then(() => keyCode(decodePublicKeys(bent), 'english'))
        .catch(() => null)
      expect(read).not.toEqual(words)
    }
    expect(() => decodePublicKeys(bytes.slice(1) as typeof bytes)).toThrow('entry.bad_key')
    expect(equal(bytes, encodePublicKeys(decodePublicKeys(bytes)))).toBe(true)
  })
})
