import { beforeAll, describe, expect, test } from 'vitest'
import { openDraft, ready, sealDraft } from '../../crypto/index.ts'
import { encrypt } from '../../crypto/sodium/aead.ts'
import { derive } from '../../crypto/sodium/derive.ts'
import { type Bytes, concat, tag } from '../../crypto/wire/index.ts'
import { openDraftFile } from '../support/independent-reader.ts'
import { dice } from './support/dice.ts'
import { flip } from './support/flip.ts'

beforeAll(ready)

const key = dice('draft key')(16)
const text = 'Half of what happened, and a name: Zoë. لم أنته بعد'
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (cause) {
    return String((cause as { code?: unknown }).code)
  }
  return 'nothing was refused'
}

describe('a saved draft', () => {
  test('opens with its own key and says what was typed', () => {
    expect(openDraft(sealDraft(text, key, dice('file')), key)).toBe(text)
  })

  test('opens to whoever reads the protocol and knows the key', () => {
    expect(openDraftFile(sealDraft(text, key, dice('file')), key)).toBe(text)
  })

  test('has one of seven sizes, so that its length says next to nothing', () => {
    const lengths = [0, 1, 4000, 4091, 4092, 100_000, 262_139].map(
      (length) => sealDraft('a'.repeat(length), key, dice('file')).length,
    )
    expect(lengths.map((length) => Math.log2((length - 72) / 4096))).toEqual([0, 0, 0, 0, 1, 5, 6])
    expect(codeOf(() => sealDraft('a'.repeat(262_140), key, dice('file')))).toBe('body.too_long')
  })

  test('shares nothing with another file of the same draft, at its head or anywhere', () => {
    const random = dice('files')
    const [one, other] = [sealDraft(text, key, random), sealDraft(text, key, random)]
    const chunks = new Set(Array.from({ length: one.length - 7 }, (_, at) => one.subarray(at, at + 8).toString()))
    expect(
      Array.from({ length: other.length - 7 }, (_, at) => other.subarray(at, at + 8).toString()).filter((chunk) =>
        chunks.has(chunk),
      ),
    ).toEqual([])
  })

  test('says which of file and words is wrong', () => {
    const file = sealDraft(text, key, dice('file'))
    expect(codeOf(() => openDraft(file, dice('another key')(16)))).toBe('draft.wrong_key')
    expect(codeOf(() => openDraft(flip(file, file.length * 8 - 1), key))).toBe('draft.altered')
    expect(codeOf(() => openDraft(flip(file, 60 * 8), key))).toBe('draft.altered')
    expect(codeOf(() => openDraft(flip(file, 30 * 8), key))).toBe('draft.wrong_key')
    expect(codeOf(() => openDraft(file.slice(1) as Bytes, key))).toBe('draft.foreign')
    expect(codeOf(() => openDraft(dice('a photograph')(5000), key))).toBe('draft.foreign')
    expect(codeOf(() => openDraft(dice('by chance')(4096 + 72), key))).toBe('draft.wrong_key')
  })

  test('of a later version is refused as that', () => {
    const nonce = dice('nonce')(24)
    const plain = new Uint8Array(4096)
    plain.set([0, 0, 0, 1, 2])
    const sealed = encrypt(derive(key, 'draft', []), nonce, tag('draft'), plain)
    expect(codeOf(() => openDraft(concat(nonce, derive(key, 'draft-check', [nonce]), sealed), key))).toBe(
      'draft.version',
    )
  })
})
