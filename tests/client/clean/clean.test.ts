import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { readExif } from '../../../src/client/clean/exif.ts'
import { readZip, unpack } from '../../../src/client/clean/zip.ts'
import { bomb, letter, openText, pdf, pdfAuthor, people } from '../../support/evidence/documents.ts'
import { exifBlock, known } from '../../support/evidence/exif.ts'
import { box } from '../../support/evidence/films.ts'
import { exifItem, heif, picture, points } from '../../support/evidence/heif.ts'
import {
  animatedWebp,
  comment,
  gif,
  iptcCity,
  longPng,
  loopedGif,
  photograph,
  polyglot,
  screenshot,
  segmentedJpeg,
  webp,
  xmpOwner,
} from '../../support/evidence/pictures.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = ({ bytes }: Cleaned): Bytes => {
  if (bytes === null) throw new Error('nothing was cleaned')
  return bytes
}
const values = ({ removed }: Cleaned): string[] => removed.map(({ value }) => value)
const kinds = ({ remains }: Cleaned): string[] => remains.map(({ kind }) => kind)

/** Everything in which a name could stand: the file, and all that is packed in it. */
const unpacked = async (bytes: Bytes): Promise<string> => {
  if (!latin(bytes).startsWith('PK')) return latin(bytes)
  const parts = await Promise.all(readZip(bytes).map((part) => unpack(part, { left: 1e9 })))
  return [latin(bytes), ...parts.map(latin)].join('\n')
}

const secrets = [known.owner, known.serial, known.maker, xmpOwner, iptcCity, comment, polyglot, 'small picture']

describe('a picture', () => {
  test.each([
    ['photograph', photograph, [known.owner, known.serial, known.place, xmpOwner, iptcCity, comment]],
    ['screenshot', screenshot, [known.owner, known.serial, known.place, xmpOwner]],
    ['webp', webp, [known.owner, known.serial, known.place, xmpOwner]],
    ['gif', gif, [comment]],
  ] as const)(
    'of the kind %s keeps nothing of what it told, and the reporter is told what that was',
    async (_, make, told) => {
      const before = make()
      for (const value of told.filter((one) => one !== known.place)) expect(latin(before)).toContain(value)
      const cleaned = await clean(before)
      expect(cleaned.outcome).toBe('cleaned')
      for (const value of told) expect(values(cleaned)).toContain(value)
      const after = latin(bytesOf(cleaned))
      for (const secret of secrets) expect(after).not.toContain(secret)
      expect(cleaned.remains).toEqual([])
      expect((await clean(bytesOf(cleaned))).removed).toEqual([])
    },
  )

  test('that was taken upright stays upright', async () => {
    const jpeg = latin(bytesOf(await clean(photograph())))
    const at = jpeg.indexOf('Exif\0\0') + 6
    const exif = readExif(bytesOf(await clean(photograph())).subarray(at))
    expect(exif).toEqual({ found: [], orientation: 6 })
  })

  test('of the kind PNG keeps how far its points are apart', async () => {
    const before = screenshot()
    const shape = signs('\0\0\0\x09pHYs\0\0\x0b\x13\0\0\x0b\x13\x01\0\x9a\x9c\x18')
    const cleaned = await clean(concat(before.subarray(0, 33), shape, before.subarray(33)))
    expect(latin(bytesOf(cleaned))).toContain(latin(shape))
  })

  test('of the kind JPEG keeps how far its points are apart, and not the small picture beside that', async () => {
    const shape = 'JFIF\0\x01\x02\x01\x01\x2c\x01\x2c'
    const small = `\x01\x01${known.owner.slice(0, 3)}`
    const head = signs(`\xff\xd8\xff\xe0\0\x13${shape}${small}`)
    const after = latin(bytesOf(await clean(concat(head, photograph().subarray(2)))))
    expect(after).toContain(`\xff\xe0\0\x10${shape}\0\0`)
    expect(after).not.toContain(small)
  })

  test.each(['\0\0\0\x06Exif\0\0', '\0\0\0\0'])(
    'of a telephone loses its traces where they stand, so that its tables stay right (%j)',
    async (head) => {
      const before = heif([picture, exifItem(head)])
      const cleaned = await clean(before)
      expect(values(cleaned)).toContain(known.place)
      const after = bytesOf(cleaned)
      expect(after).toHaveLength(before.length)
      for (const secret of secrets) expect(latin(after)).not.toContain(secret)
      expect(latin(after)).toContain(points)
      expect(cleaned.remains).toEqual([])
    },
  )

  test('of a telephone keeps its points where they look like traces by chance', async () => {
    const before = heif([{ ...picture, data: concat(signs('points\0\0\0\0'), exifBlock()) }])
    expect(bytesOf(await clean(before))).toEqual(before)
  })

  test.each([
    ['a box', box('mpvd', signs('a film'))],
    ['a file of its own', box('ftyp', signs('isom\0\0\0\0isom'))],
    ['no box at all', signs('SEFT')],
  ])('of a telephone with a film behind it as %s says that there is more', async (_, film) => {
    expect(kinds(await clean(heif([picture], { behind: [film] })))).toEqual(['hidden'])
  })

  test.each([
    ['JPEG, in a part without a meaning', () => segmentedJpeg(comment)],
    ['GIF, behind how often it runs', () => loopedGif(comment)],
    ['WebP, in one picture of an animation', () => animatedWebp(comment)],
  ])('of the kind %s loses what no program shows', async (_, make) => {
    const before = make()
    expect(latin(before)).toContain(comment)
    const cleaned = await clean(before)
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    expect(cleaned.removed).not.toEqual([])
    expect(latin(bytesOf(cleaned))).not.toContain(comment)
    expect((await clean(bytesOf(cleaned))).removed).toEqual([])
  })

  test('of the kind PNG with bytes behind its points says that they stay', async () => {
    expect(await clean(longPng(comment))).toMatchObject({ outcome: 'cleaned', remains: [{ kind: 'hidden' }] })
  })

  test.each([
    ['cut off', photograph().subarray(0, 400)],
    ['cut off in a chunk', screenshot().subarray(0, 90)],
    ['without an end', gif().subarray(0, 60)],
    ['longer in words than in bytes', webp().subarray(0, 100)],
    ['a name alone', new TextEncoder().encode('GIF89a')],
  ])('that is %s goes as it is, and is not called clean', async (_, bytes) => {
    expect(await clean(bytes.slice())).toEqual({ outcome: 'broken', bytes: null, removed: [], remains: [] })
  })
})

describe('a document', () => {
  test('of Word loses its authors everywhere, its sessions, its folder and the traces of its pictures', async () => {
    const before = await unpacked(await letter())
    for (const value of Object.values(people)) expect(before).toContain(value)
    const cleaned = await clean(await letter())
    for (const name of [people.creator, people.changed, people.reviewer, people.folder, known.place])
      expect(values(cleaned)).toContain(name)
    const after = await unpacked(bytesOf(cleaned))
    for (const value of [...Object.values(people), 'MTA', ...secrets, '2026-03']) expect(after).not.toContain(value)
    expect(after).toContain('The contract was split in three.')
    expect(after).toContain('Who signed this?')
    // What was changed in the text can still be read as a change, and the reporter is told.
    expect(kinds(cleaned)).toEqual(['history'])
  })

  test('keeps no link to a part that is gone, and can tell its commentators apart', async () => {
    const parts = readZip(bytesOf(await clean(await letter())))
    const text = async (name: string) => {
      const part = parts.find((one) => one.name === name)
      return part === undefined ? null : latin(await unpack(part, { left: 1e9 }))
    }
    expect(await text('docProps/core.xml')).toBeNull()
    expect(await text('_rels/.rels')).not.toContain('docProps')
    expect(await text('[Content_Types].xml')).not.toContain('docProps')
    expect(await text('word/_rels/document.xml.rels')).toContain('image1.jpeg')
    expect(await text('word/_rels/document.xml.rels')).not.toContain('people.xml')
    const authors = `${await text('word/comments.xml')}${await text('word/document.xml')}`.match(/w:author="[^"]*"/g)
    expect(new Set(authors).size).toBe(2)
  })

  test('of OpenDocument loses its authors and keeps its first part first', async () => {
    const cleaned = await clean(await openText())
    const after = await unpacked(bytesOf(cleaned))
    for (const name of [people.creator, people.changed, people.reviewer]) {
      expect(values(cleaned)).toContain(name)
      expect(after).not.toContain(name)
    }
    expect(readZip(bytesOf(cleaned)).map(({ name }) => name)).toEqual([
      'mimetype',
      'META-INF/manifest.xml',
      'content.xml',
    ])
  })

  test('that names its author in its text says so, since that stays', async () => {
    const { pack, writeZip } = await import('../../../src/client/clean/zip-writer.ts')
    const parts = readZip(await letter()).filter(({ name }) => name !== 'word/document.xml')
    const signed = await pack('word/document.xml', new TextEncoder().encode(`<w:t>Signed: ${people.creator}</w:t>`))
    const cleaned = await clean(writeZip([...parts, signed]))
    expect(cleaned.remains).toEqual([{ kind: 'person', value: people.creator }])
    expect(values(cleaned)).not.toContain(people.creator)
  })

  test('of OpenDocument with a password goes as it is, and is not called clean', async () => {
    const { pack, writeZip } = await import('../../../src/client/clean/zip-writer.ts')
    const parts = readZip(await openText()).filter(({ name }) => name !== 'META-INF/manifest.xml')
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const locked = writeZip([...parts, await pack('META-INF/manifest.xml', new TextEncoder().encode(manifest))])
    expect(await clean(locked)).toEqual({ outcome: 'locked', bytes: null, removed: [], remains: [] })
  })

  test('whose words are in no known writing is not written back halfway', async () => {
    const { pack, writeZip } = await import('../../../src/client/clean/zip-writer.ts')
    const parts = readZip(await openText()).filter(({ name }) => name !== 'content.xml')
    const noise = writeZip([...parts, await pack('content.xml', Uint8Array.of(0x3c, 0xe9, 0x80, 0x3e))])
    expect(await clean(noise)).toEqual({ outcome: 'broken', bytes: null, removed: [], remains: [] })
  })

  test('with a film that nobody can look into here says that it is in there', async () => {
    const film = { kind: 'video', content: new TextEncoder().encode('\0\0\0\x14ftypisom') }
    const cleaned = await clean(await letter({ 'word/media/media1.mp4': film }))
    expect(cleaned.remains).toContainEqual({ kind: 'attachment', value: 'word/media/media1.mp4' })
  })

  test('that would fill the memory is left alone in time', async () => {
    expect((await clean(await bomb(), 7 * 2 ** 20)).outcome).toBe('large')
    expect((await clean(await bomb(), 9 * 2 ** 20)).outcome).toBe('cleaned')
  })
})

describe('a PDF', () => {
  test.each([
    ['in the clear', false],
    ['in packed streams', true],
  ])('whose properties stand %s loses them, and keeps its length and its page', async (_, packed) => {
    const before = pdf(packed)
    const cleaned = await clean(before)
    expect(values(cleaned)).toEqual(expect.arrayContaining([pdfAuthor, 'Retoucheur 9', xmpOwner]))
    const after = bytesOf(cleaned)
    expect(after).toHaveLength(before.length)
    for (const secret of ['Thistlewaite', 'Retoucheur', xmpOwner, '8812aa', 'D:2026'])
      expect(latin(after)).not.toContain(secret)
    expect(latin(after)).toContain('The contract was split in three.')
    expect(cleaned.remains).toEqual([])
    expect((await clean(after)).removed).toEqual([])
  })

  test('with an attachment, a script, a comment’s author and an earlier version shows all of them', async () => {
    const more = `9 0 obj\n<< /Type /Annot /Subtype /Text /T (${people.reviewer}) /JS (app.alert) >>\nendobj\n<< /EmbeddedFiles 1 0 R >>\n`
    const twice = concat(pdf(false, more), new TextEncoder().encode('startxref\n0\n%%EOF\n'))
    const cleaned = await clean(twice)
    expect(kinds(cleaned)).toEqual(['person', 'history', 'attachment', 'script'])
    expect(cleaned.remains[0]?.value).toBe(people.reviewer)
  })

  const streamed = (number: number, head: string, data: Uint8Array, end = '\nendstream'): string =>
    `${number} 0 obj\n<< ${head} /Length ${data.length} >>\nstream\n${latin(data)}${end}\nendobj\n`
  const pointing = (more: string): Bytes =>
    signs(latin(pdf(false, more)).replace('/Producer (Retoucheur 9)', '/Producer 15 0 R'))
  const maker = 'Retoucheur of Ottilie Farnsworth'

  test('whose properties point to strings elsewhere loses those too', async () => {
    const cleaned = await clean(pointing(`15 0 obj\n(${maker})\nendobj\n`))
    expect(cleaned.removed).toContainEqual({ kind: 'software', value: maker })
    expect(latin(bytesOf(cleaned))).not.toContain('Ottilie')
    expect(cleaned.remains).toEqual([])
  })

  test('whose properties point to a string in a packed stream loses it, and can be looked into again', async () => {
    const objects = deflateSync(`15 0 (${maker})`, { level: 9 })
    const cleaned = await clean(pointing(streamed(16, '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', objects)))
    expect(cleaned.removed).toContainEqual({ kind: 'software', value: maker })
    expect(cleaned.remains).toEqual([])
    expect(await clean(bytesOf(cleaned))).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
  })

  test('whose properties point to more than a string says what stays', async () => {
    const cleaned = await clean(pointing(`15 0 obj\n<< /Name (${maker}) >>\nendobj\n`))
    expect(cleaned.remains).toEqual([{ kind: 'words', value: maker }])
  })

  test('whose packed properties do not fit into their place any more says that they stay', async () => {
    const properties = `<< /Producer (${maker}) /Trapped /False /Keywords (k) /Subject (s) >>`
    const words = `<< /Alt (${properties}) >> `
    const head = `14 0 15 ${words.length} `
    const objects = deflateSync(`${head}${words}${properties}`, { level: 9 })
    const tight = streamed(16, `/Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode`, objects)
    const cleaned = await clean(signs(latin(pdf(false, tight)).replace('/Info 5 0 R', '/Info 15 0 R')))
    expect(cleaned.remains).toContainEqual({ kind: 'software', value: maker })
    expect(kinds(cleaned)).toContain('hidden')
    expect(values(cleaned)).not.toContain(maker)
  })

  test('is looked into where a packed stream ends with the sign of a new line', async () => {
    const texts = Array.from({ length: 5_000 }, (_, number) => deflateSync(`/JavaScript (${number})`))
    const ending = texts.find((data) => data.at(-1) === 0x0a)
    if (ending === undefined) throw new Error('no such stream')
    const cleaned = await clean(pdf(false, streamed(15, '/Filter /FlateDecode', ending, '\nendstream')))
    expect(kinds(cleaned)).toEqual(['script'])
  })

  test('with a photograph in a packed stream loses what that told', async () => {
    const data = deflateSync(photograph())
    const cleaned = await clean(pdf(false, streamed(15, '/Filter [/FlateDecode /DCTDecode]', data)))
    expect(values(cleaned)).toContain(known.place)
    expect(cleaned.remains).toEqual([])
  })

  test.each(['/Filter /ASCII85Decode', '/Type /Metadata /Filter /LZWDecode', '/Type /ObjStm /Filter /FlateDecode'])(
    'with a stream that nobody can unpack (%s) says so',
    async (head) => {
      expect(kinds(await clean(pdf(false, streamed(15, head, signs('87cURD]i,"Ebo80')))))).toEqual(['hidden'])
    },
  )

  test('with a password is not called clean', async () => {
    const locked = latin(pdf(false)).replace('/Size 9', '/Size 9 /Encrypt 8 0 R')
    expect((await clean(Uint8Array.from(Buffer.from(locked, 'latin1')))).outcome).toBe('locked')
  })
})

describe('anything else', () => {
  test.each([
    ['plain', 'Minutes of the third meeting\nAll were there.'],
    ['unknown', '<svg onload="alert(1)"/>'],
    ['unknown', 'Received: from mail.example\n'],
    ['unknown', 'MIME-Version: 1.0\r\nSubject: Minutes\r\nMessage-ID: <1@mail.example>\r\n\r\nAll were there.'],
    ['plain', 'Minutes: third meeting\nPresent: all\n\nFrom: the chair\nDate: none'],
    ['broken', 'fLaC\u0003\0\0\0'],
    ['unknown', '.snd\0\0\0\u0018'],
  ])('is called %s', async (outcome, text) => {
    expect((await clean(new TextEncoder().encode(text))).outcome).toBe(outcome)
  })

  test.each([
    ['a space without width', 'All\u200b were there.'],
    ['joiners between letters', 'A\u200cll we\u200dre there.'],
    ['a row of marks', 'All\u200c\u200e\u200d were there.'],
    ['letters of the plane for tags', 'All were there.\u{e0041}\u{e0042}'],
    ['a byte order mark within', 'All\ufeff were there.'],
  ])('a text with %s is not said to hide nothing', async (_, text) => {
    const { outcome, bytes, remains } = await clean(new TextEncoder().encode(text))
    expect({ outcome, bytes, remains }).toEqual({
      outcome: 'cleaned',
      bytes: null,
      remains: [{ kind: 'hidden', value: '' }],
    })
  })

  test.each(['می‌خواهم', 'क्‍ष', '👩‍👩‍👧', '\ufeffAll were there.', 'مرحبا \u200f(abc)\u200e'])(
    'what a script needs is no hidden sign: %s',
    async (text) => {
      expect((await clean(new TextEncoder().encode(text))).outcome).toBe('plain')
    },
  )
})
