import { describe, expect, test } from 'vitest'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { clean } from '../../../src/client/clean/clean.ts'
import { readZip, unpack } from '../../../src/client/clean/zip.ts'
import { pack, writeZip } from '../../../src/client/clean/zip-writer.ts'
import { pdf } from '../../support/evidence/documents.ts'
import { box } from '../../support/evidence/films.ts'
import { exifItem, heif, picture, xmpItem } from '../../support/evidence/heif.ts'
import { photograph } from '../../support/evidence/pictures.ts'

const name = 'Zsofia-Kerekgyarto'
const utf8 = (text: string): Bytes => new TextEncoder().encode(text)
const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Everything that a file holds, unpacked. */
const contents = async (bytes: Bytes): Promise<string> => {
  if (!latin(bytes).startsWith('PK')) return latin(bytes)
  const parts = await Promise.all(readZip(bytes).map((part) => unpack(part, { left: 1e9 })))
  return parts.map(latin).join('\n')
}

const zipped = async (parts: Readonly<Record<string, string>>): Promise<Bytes> =>
  writeZip(await Promise.all(Object.entries(parts).map(([path, text]) => pack(path, utf8(text)))))
const office = (path: string, text: string): Promise<Bytes> =>
  zipped({ '[Content_Types].xml': '<Types/>', [path]: text })

/** What a cleaned file still holds of the name, and of what kind is what the page says is still in it. */
const look = async (bytes: Bytes) => {
  const cleaned = await clean(bytes)
  return {
    outcome: cleaned.outcome,
    named: (await contents(cleaned.bytes ?? bytes)).includes(name),
    remains: cleaned.remains.map(({ kind }) => kind),
  }
}

describe('a PDF', () => {
  const annotation = (kind: string): string => `10 0 obj\n<< /Type /Annot /Subtype /${kind} /T (${name}) >>\nendobj\n`
  test.each(['Line', 'Square', 'Polygon', 'Squiggly', 'FileAttachment', 'Redact', 'Text'])(
    'with a comment of the kind %s says whose it is',
    async (kind) => {
      expect(await look(pdf(false, annotation(kind)))).toMatchObject({ named: true, remains: ['person'] })
    },
  )

  test('says whose each comment is where several stand in one packed stream', async () => {
    const [one, two] = [name, 'Teodora Imrie'].map(
      (who) => `<< /Subtype /Square /C [<</A 1>>] /T (${who}) /M (D:2026) >> `,
    )
    const head = `11 0 12 ${one?.length} `
    const objects = `${head}${one}${two}`
    const type = `/Type /ObjStm /N 2 /First ${head.length}`
    const packed = `10 0 obj\n<< ${type} /Length ${objects.length} >>\nstream\n${objects}\nendstream\nendobj\n`
    const { bytes, remains, removed } = await clean(pdf(false, packed))
    expect(remains.map(({ value }) => value)).toEqual([name, 'Teodora Imrie'])
    expect(removed).toContainEqual({ kind: 'time', value: 'D:2026' })
    expect(latin(bytes ?? new Uint8Array())).not.toContain('D:2026')
  })

  test.each([
    [`<< /Type /Sig /Name (${name}) /ByteRange [0 1 2 3] /Contents <00> >>`, ['person']],
    [`<< /PieceInfo << /Illustrator << /Private (${name}) >> >> >>`, ['words', 'hidden']],
    [`<< /OFF [ 11 0 R ] /Name (${name}) >>`, ['words', 'hidden']],
  ])('says what it tells besides its pages (%s)', async (object, remains) => {
    expect(await look(pdf(false, `10 0 obj\n${object}\nendobj\n`))).toMatchObject({ named: true, remains })
  })

  test('loses the folder that a link leads to', async () => {
    const link = `10 0 obj\n<< /S /URI /URI (file:///C:/Users/${name}/a.doc) >>\nendobj\n`
    expect(await look(pdf(false, link))).toMatchObject({ named: false, remains: [] })
  })

  test('behind whose end another file lies loses that', async () => {
    const both = concat(pdf(false), await office('a.txt', name))
    expect((await clean(both)).removed).toContainEqual({ kind: 'hidden', value: '' })
    expect(latin((await clean(both)).bytes ?? both)).not.toContain('PK\x03\x04')
    expect(await look(concat(pdf(false), signs('\r\n\0')))).toMatchObject({ remains: [] })
  })

  test('loses its XMP although nothing says that it is that', async () => {
    const block = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${name}</dc:creator></x:xmpmeta>`
    const stream = `10 0 obj\n<< /Subtype /XML /Length ${block.length} >>\nstream\n${block}\nendstream\nendobj\n`
    expect(await look(pdf(false, stream))).toMatchObject({ named: false, remains: [] })
  })
})

describe('a picture of a telephone', () => {
  /** An Exif block with one text, of the old type or of that for UTF-8. */
  const exif = (type: number): Bytes =>
    concat(
      signs('II*\0\x08\0\0\0\x01\0\x3b\x01'),
      Uint8Array.of(type, 0, name.length, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0),
      signs(name),
    )

  test.each([2, 129])('forgets whose it is, in either kind of text (%i)', async (type) => {
    const before = heif([picture, exifItem(undefined, exif(type))])
    expect(latin(before)).toContain(name)
    expect(await look(before)).toEqual({ outcome: 'cleaned', named: false, remains: [] })
  })

  test.each(['avci', 'miaf', 'mif2', 'hevm', '1pic', 'MiHB'])(
    'that goes by %s first is no film, and can still be seen',
    async (brand) => {
      const before = heif([picture, exifItem(undefined, exif(2))], { brands: `${brand}\0\0\0\0mif1` })
      const { bytes } = await clean(before)
      expect(latin(bytes ?? new Uint8Array())).toMatch(/meta[\s\S]*the points/)
      expect(await look(before)).toMatchObject({ named: false })
    },
  )

  test('and anything else of boxes that does not play goes as it is', async () => {
    const boxes = [box('meta', signs('\0\0\0\0')), box('mdat', signs('the picture'))]
    for (const names of ['none\0\0\0\0', 'crx \0\0\0\x01crx isom', 'isom\0\0\0\0isom'])
      expect(await clean(concat(box('ftyp', signs(names)), ...boxes))).toMatchObject({
        outcome: 'unknown',
        bytes: null,
      })
  })

  test('loses XMP without a wrapper, and what lies in its empty room', async () => {
    const bare = xmpItem(`<rdf:RDF><rdf:Description dc:creator="${name}"/></rdf:RDF>`)
    const clear = { outcome: 'cleaned', named: false, remains: [] }
    expect(await look(heif([picture, bare]))).toEqual(clear)
    expect(await look(heif([picture], { behind: [box('free', signs(name))] }))).toEqual(clear)
    expect(await look(heif([picture], { behind: [box('free', new Uint8Array(9))] }))).toEqual(clear)
  })
})

test('a photograph keeps nothing in the segment that the standard keeps free', async () => {
  const jpeg = photograph()
  const segment = concat(Uint8Array.of(0xff, 0xc8, 0, name.length + 2), signs(name))
  expect(await look(concat(jpeg.subarray(0, 2), segment, jpeg.subarray(2)))).toMatchObject({ named: false })
})

test('an archive with a password is called locked, not broken', async () => {
  const archive = await zipped({ 'a.txt': name })
  const directory = latin(archive).indexOf('PK\x01\x02')
  archive[directory + 8] = 1
  expect(await clean(archive)).toMatchObject({ outcome: 'locked' })
})

test.each(['split\u200b\u200c in three', 'split\u{e0061}\u{e006e} in three', 'split\u200c\u200d\u200c in three'])(
  'a text with signs that nobody sees is not called one that hides nothing (%j)',
  async (text) => {
    expect(await look(utf8(text))).toMatchObject({ outcome: 'cleaned', remains: ['hidden'] })
  },
)

test.each(['\ufeffThe contract', 'می\u200cخواهم', '👩\u200d⚖️ said so'])(
  'a text whose signs its script needs is a plain one (%j)',
  async (text) => {
    expect(await look(utf8(text))).toMatchObject({ outcome: 'plain' })
  },
)
