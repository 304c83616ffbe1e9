import { beforeAll, describe, expect, it } from 'vitest'
import { pad } from '../../crypto/case/padding.ts'
import { officerKeys, openLetter, parseCaseKey, ready, type SealedLetter, sealLetter } from '../../crypto/index.ts'
import { letterStatement, sealedPart, signedLetter } from '../../crypto/letter/format.ts'
import { letterKeys } from '../../crypto/letter/letter-keys.ts'
import { encode } from '../../crypto/wire/codec.ts'
import { type Bytes, concat, fromUtf8, limits, sha256, utf8 } from '../../crypto/wire/index.ts'
import { openLetterIndependently } from '../support/independent-letter.ts'
import { dice } from './support/dice.ts'
import { bitsOf, flip } from './support/flip.ts'

const roll = dice('letters')
const letter = {
  ...{ fingerprint: roll(32), directory: roll(32), day: 20_777, office: 'Ethics Office of the Tidewater Union' },
  ...{ sender: 'Marika Osei', recipient: 'The head of personnel\n3rd floor' },
  text: utf8('Please keep the two parties apart.\nThank you.'),
}
let keys: Awaited<ReturnType<typeof officerKeys>>
let made: SealedLetter

const keyOf = ({ words }: SealedLetter): Bytes => {
  const read = parseCaseKey(words.join(' '))
  if (!read.ok) throw new Error('the words are no key')
  return read.key
}

/** The container with other bytes in front of a hash that fits them. */
const rehashed = async (sealed: Bytes): Promise<Bytes> => concat(sealed, await sha256(sealed))

beforeAll(async () => {
  await ready()
  keys = await officerKeys(roll(32))
  made = await sealLetter(letter, keys, 'english', roll)
})

describe('a sealed letter', () => {
  it('opens by its words and by its numbers, and says what was written and who signed it', async () => {
    const digits = parseCaseKey(made.digits.join(' '))
    expect(digits).toMatchObject({ ok: true, key: keyOf(made) })
    const opened = await openLetter(made.container, keyOf(made))
    expect(opened).toMatchObject({ ...letter, author: keys.signing.publicKey, checked: true })
  })

  it('opens by an independent reader, which was written from the text alone', () => {
    const opened = openLetterIndependently(made.container, keyOf(made))
    expect(opened).toMatchObject({ ...letter, author: keys.signing.publicKey, text: fromUtf8(letter.text) })
  })

  it('names the key of another letter, and is told apart from one that was changed', async () => {
    const other = await sealLetter(letter, keys, 'english', roll)
    await expect(openLetter(made.container, keyOf(other))).rejects.toThrow('letter.wrong_key')
    await expect(openLetter(other.container, keyOf(other))).resolves.toMatchObject({ sender: 'Marika Osei' })
  })

  it('does not open with any bit changed, nor cut or added to', async () => {
    const key = keyOf(made)
    const bits = bitsOf(made.container).filter((_, place) => place % 97 === 0 || place < 600)
    for (const bit of bits)
      await expect(openLetter(flip(made.container, bit), key), `bit ${bit}`).rejects.toThrow('letter.malformed')
    for (const bytes of [made.container.slice(1), concat(made.container, roll(1)), made.container.slice(0, 31)])
      await expect(openLetter(bytes, key)).rejects.toThrow('letter.malformed')
  })

  it('does not open with a bit changed under a hash that was made to fit', async () => {
    const sealed = made.container.slice(0, -32)
    for (const bit of [0, 8 * 40, 8 * 80, 8 * 200, sealed.length * 8 - 1])
      await expect(openLetter(await rehashed(flip(sealed, bit)), keyOf(made))).rejects.toThrow(/^letter\./)
  })

  it('is not taken from somebody who knows the key but not the secret of whoever it names', async () => {
    const [key, salt] = [roll(16), roll(32)]
    const { check, lock } = await letterKeys(key, salt)
    const statement = encode(letterStatement, { ...letter, salt, check, author: keys.signing.publicKey })
    const ciphertext = await lock(pad(encode(signedLetter, { statement, signature: roll(64) })))
    const forged = await rehashed(encode(sealedPart, { salt, check, ciphertext }))
    await expect(openLetter(forged, key)).rejects.toThrow('letter.bad_signature')
  })

  it('cannot be put under another key with the signature that it has', async () => {
    const other = await sealLetter({ ...letter, text: utf8('Other.') }, keys, 'english', roll)
    const { check: _, unlock } = await letterKeys(keyOf(made), made.container.slice(1, 33))
    const content = (await unlock(made.container.slice(69, -32))) as Bytes
    const [salt, key] = [other.container.slice(1, 33), keyOf(other)]
    const { check, lock } = await letterKeys(key, salt)
    const moved = await rehashed(encode(sealedPart, { salt, check, ciphertext: await lock(content) }))
    await expect(openLetter(moved, key)).rejects.toThrow('letter.malformed')
  })

  it('has a size that tells next to nothing, and an end', async () => {
    const short = await sealLetter({ ...letter, text: utf8('No.') }, keys, 'english', roll)
    expect(short.container).toHaveLength(made.container.length)
    const longest = { ...letter, text: new Uint8Array(limits.body - 8192).fill(97) }
    const long = await sealLetter(longest, keys, 'english', roll)
    expect((await openLetter(long.container, keyOf(long))).text).toHaveLength(limits.body - 8192)
    const beyond = sealLetter({ ...letter, text: new Uint8Array(limits.body - 8191) }, keys, 'english', roll)
    await expect(beyond).rejects.toThrow('body.too_long')
    const crowd = sealLetter({ ...letter, recipient: 'The staff, '.repeat(200) }, keys, 'english', roll)
    await expect(crowd).rejects.toThrow('body.too_long')
  })
})
