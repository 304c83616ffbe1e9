import { describe, expect, test } from 'vitest'
import { concat } from '../../crypto/wire/index.ts'
import { crc32 } from '../../src/client/clean/crc32.ts'
import { readZip, unpack } from '../../src/client/clean/zip.ts'
import { textFile, zipOf } from '../../src/client/files/zip-stream.ts'
import { previewOf } from '../../src/client/office/evidence/preview-kind.ts'
import { pdf } from '../support/evidence/documents.ts'
import { gif, photograph, screenshot, webp } from '../support/evidence/pictures.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function* inPieces(...pieces: string[]) {
  for (const piece of pieces) yield bytes(piece)
}

describe('an archive that is written as it comes', () => {
  test('holds every file as it was, under its name, with its check sum', async () => {
    const files = [textFile('case.html', '<p>é</p>'), { path: 'files/مرحبا.txt', pieces: inPieces('one ', 'two') }]
    const pieces = []
    for await (const piece of zipOf(files)) pieces.push(piece)
    const zip = readZip(concat(...pieces))
    expect(zip.map(({ name }) => name)).toEqual(['case.html', 'files/مرحبا.txt'])
    const contents = await Promise.all(zip.map((file) => unpack(file, { left: 1_000 })))
    expect(contents).toEqual([bytes('<p>é</p>'), bytes('one two')])
    expect(zip.map(({ crc }) => crc)).toEqual(contents.map((content) => crc32(content)))
  })

  test('ends with an error where a file does, and never with a directory that looks whole', async () => {
    async function* broken() {
      yield bytes('half')
      throw new Error('altered')
    }
    const pieces = zipOf([{ path: 'a', pieces: broken() }])
    await expect(Array.fromAsync(pieces)).rejects.toThrow('altered')
  })
})

describe('a file that an officer looks at', () => {
  test('is taken for what its bytes are', () => {
    const types = [photograph(), screenshot(), gif(), webp()].map((file) => previewOf(file))
    expect(types).toMatchObject(
      ['jpeg', 'png', 'gif', 'webp'].map((type) => ({ kind: 'picture', type: `image/${type}` })),
    )
  })

  test('is a text where it is a page, a drawing or a program', () => {
    for (const text of ['<svg onload="hit()"/>', '<!doctype html><script>hit()</script>', 'plain words', '%!PS'])
      expect(previewOf(bytes(text))).toEqual({ kind: 'text', text })
    expect(previewOf(Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).toEqual({ kind: 'text', text: 'café' })
  })

  test('is not decoded where it says that it is larger than any picture', () => {
    const huge = screenshot()
    new DataView(huge.buffer).setUint32(16, 60_000)
    new DataView(huge.buffer).setUint32(20, 60_000)
    expect(previewOf(huge)).toBe('large')
  })

  test('is not shown where nobody knows what it is', () => {
    expect(previewOf(Uint8Array.of(0x4d, 0x5a, 0, 0))).toBe('kind')
    expect(previewOf(pdf(true))).toEqual({ kind: 'pdf', bytes: pdf(true) })
    expect(previewOf(concat(bytes('GIF89a and then '), pdf(false)))).toMatchObject({ kind: 'pdf' })
  })
})
