import { constants, deflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { drawn, pdfWith, signs, stream } from '../../support/evidence/pdfs.ts'
import { photograph, xmp, xmpOwner } from '../../support/evidence/pictures.ts'

const who = 'Zsofia Kerekgyarto'
const folder = `C:\\Users\\${who}\\Desktop`
/** The folder as a string of a PDF. */
const written = folder.replaceAll('\\', '\\\\')

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = ({ bytes }: Cleaned): Bytes => {
  if (bytes === null) throw new Error('nothing was cleaned')
  return bytes
}

/** What stands on the first page, as another program reads it. */
const shown = async (bytes: Bytes): Promise<string> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const { items } = await page.getTextContent()
  await page.getAnnotations()
  await task.destroy()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

const annotation = (entries: string) => ({
  page: '/Annots [10 0 R]',
  objects: [`<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`],
})

const picture = (...behind: string[]): string => latin(photograph()).replace(/<script>.*/s, '') + behind.join('')

/** A segment of a JPEG behind its first two bytes. */
const withSegment = (marker: string, content: string): string =>
  `\xff\xd8\xff${marker}\0${String.fromCharCode(content.length + 2)}${content}${picture().slice(2)}`

const image = (data: string) => ({
  page: '/XO 10 0 R',
  objects: [stream('/Type /XObject /Subtype /Image /Width 24 /Height 16 /Filter /DCTDecode', data)],
})

describe('a PDF loses where it stands', () => {
  test.each([
    ['properties in its trailer', { trailer: `/Info << /Author (${who}) >>` }, 'person'],
    ['properties with names by number', { trailer: '/Info 10 0 R', objects: [`<< /#41uthor (${who}) >>`] }, 'person'],
    ['properties that are not of the standard', { trailer: `/Info << /Scanned#20by (${who}) >>` }, 'words'],
    ['its XMP without a type', { catalog: '/Metadata 10 0 R', objects: [stream('', xmp)] }, 'person'],
    ['its packed XMP without a type', { catalog: '/Metadata 10 0 R', objects: [stream('', xmp, true)] }, 'person'],
    ['a small picture of its page', { page: '/Thumb 10 0 R', objects: [stream('/Width 9', who)] }, 'thumbnail'],
    ['a packed small picture', { page: '/Thumb 10 0 R', objects: [stream('/Width 9', who, true)] }, 'thumbnail'],
    ['a comment line', { head: `%\xe2\xe3\xcf\xd3\n% made by ${who}\n` }, 'words'],
    ['what stands behind its end', { behind: `PK\x03\x04${who}` }, 'hidden'],
    ['the time of a comment', annotation(`/Subtype /Highlight /M (D:20260304) /CreationDate (${who})`), 'time'],
    ['the number of a comment', annotation(`/Subtype /Highlight /NM (${who})`), 'id'],
    ['a link into a folder', annotation(`/Subtype /Link /A << /S /URI /URI (file:///C:/${who}) >>`), 'path'],
    ['a link to a file beside it', annotation(`/Subtype /Link /A << /S /URI /URI (../${who}/a.doc) >>`), 'path'],
    ['a link to another document', annotation(`/Subtype /Link /A << /S /GoToR /F (${written}) /D [0 /Fit] >>`), 'path'],
    ['a program that it starts', annotation(`/Subtype /Link /A << /S /Launch /F << /UF (${written}) >> >>`), 'path'],
    ['the program that wrote its list of pages', { catalog: `/ITXT (2.1.7 ${who})` }, 'software'],
    ['who made a layer', { catalog: `/OCProperties << /OCGs [] /D << /Creator (${who}) /OFF [] >> >>` }, 'software'],
    ['segments of a picture', image(withSegment('\xec', who)), 'hidden'],
    ['other segments of a picture', image(withSegment('\xeb', who)), 'hidden'],
    ['what stands behind the end of a picture', image(picture(who)), 'hidden'],
  ] as const)('%s, and opens as before', async (_, parts, kind) => {
    const before = pdfWith(parts)
    const cleaned = await clean(before)
    expect(cleaned.removed.map((one) => one.kind)).toContain(kind)
    expect(cleaned.remains).toEqual([])
    const after = bytesOf(cleaned)
    expect(latin(after)).not.toContain(who)
    expect(latin(after)).not.toContain(xmpOwner)
    expect(await shown(after)).toBe(drawn)
    expect(await clean(after)).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
  })

  test('what was written behind a comment sign alone, and keeps signs within strings and streams', async () => {
    const objects = [`<< /Type /Annot /Subtype /Link /Contents (100 % of it) /Rect [0 0 9 9] %${who}\n>>`]
    const after = latin(bytesOf(await clean(pdfWith({ page: '/Annots [10 0 R]', objects }))))
    expect(after).toContain('(100 % of it)')
    expect(after).not.toContain(who)
  })
})

const signature = (name: string): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${name} /Location (Geneva) /Reason (I wrote it)
/M (D:20260304050607Z) /ByteRange [0 1 2 3] /Contents <${Buffer.from(who).toString('hex')}> >>`
const signed = (name: string) => ({
  catalog: '/AcroForm << /Fields [10 0 R] /SigFlags 3 >>',
  page: '/Annots [10 0 R]',
  objects: ['<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V 11 0 R /Rect [0 0 0 0] >>', signature(name)],
})

describe('of a PDF is told', () => {
  test.each([
    [
      'who signed it, where, when and why',
      signed(`/Name (${who})`),
      [who, 'Geneva', 'D:20260304050607Z', 'I wrote it'],
    ],
    ['that somebody signed it', signed(''), ['', 'Geneva', 'D:20260304050607Z', 'I wrote it']],
    ...['Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Squiggly', 'FileAttachment', 'Redact', 'Text', 'New'].map(
      (type) => [`who commented with ${type}`, annotation(`/Subtype /${type} /T (${who})`), [who]] as const,
    ),
    [
      'who commented, where the name stands elsewhere',
      { page: '/Annots [10 0 R]', objects: ['<< /Type /Annot /Subtype /Line /T 11 0 R >>', `(${who})`] },
      [who],
    ],
    ['what was commented', annotation('/Subtype /Text /Contents (Who signed this?)'), ['Who signed this?']],
    [
      'what programs keep of it',
      { page: `/PieceInfo << /Illustrator << /Private << /Path (${written}) >> >> >>` },
      ['', folder],
    ],
    ['what programs keep of it in streams', { page: '/PieceInfo << /X 10 0 R >>', objects: [stream('', who)] }, ['']],
    ['a stream that nothing shows', { objects: [stream('', who, true)] }, ['']],
    ['a string under a name that nobody knows', { catalog: `/Origin (${who})` }, [who]],
    ['a folder in a text for reading aloud', { catalog: `/StructTreeRoot << /Alt (${written}) >>` }, [folder]],
    [
      'a layer that is not shown',
      { catalog: '/OCProperties << /OCGs [] /D << /OFF [10 0 R] >> >>', objects: ['<< >>'] },
      [''],
    ],
    [
      'the name of a layer',
      { catalog: '/OCProperties << /OCGs [10 0 R] >>', objects: [`<< /Type /OCG /Name (${who}) >>`] },
      [who],
    ],
    ['words between its objects', { head: `${who}\n` }, ['']],
    ['words that begin with a foreign space', { head: `\xa0${who.slice(8)}\n` }, ['']],
    [
      'the name of an attachment',
      { objects: ['<< /Type /Filespec /F (a.txt) /EF << /F 11 0 R >> >>', stream('/Type /EmbeddedFile', who)] },
      ['', 'a.txt'],
    ],
    ['a picture that has no end', image(picture().slice(0, -2)), ['']],
  ] as const)('%s', async (_, parts, told) => {
    const cleaned = await clean(pdfWith(parts))
    expect(cleaned.outcome).toBe('cleaned')
    expect(cleaned.remains.map(({ value }) => value).toSorted()).toEqual([...told].toSorted())
    expect(await shown(bytesOf(cleaned))).toBe(drawn)
  })
})

describe('nothing is told of', () => {
  test.each([
    ['a form', annotation('/Subtype /Widget /FT /Tx /T (name) /TU (Your name) /V (typed) /DA (/F1 9 Tf)')],
    ['a link', annotation('/Subtype /Link /Contents (site) /A << /S /URI /URI (https://example.org/home/x) >>')],
    ['a table of contents', { catalog: '/Outlines << /First << /Title (One) /Dest (one) >> >> /Lang (en)' }],
    [
      'fonts, colours and profiles',
      {
        page: '/ColorSpace << /A [/Indexed /DeviceRGB 1 (abcdef)] /B [/ICCBased 10 0 R] /C [/Indexed /DeviceRGB 1 12 0 R] >> /ToUnicode 11 0 R',
        objects: [stream('/N 3', 'profile', true), stream('', 'begincmap', true), stream('', 'abcdef')],
      },
    ],
    ['a page in many streams', { page: '/Contents 10 0 R', objects: ['[11 0 R]', stream('', '0 g', true)] }],
  ] as const)('%s', async (_, parts) => {
    expect(await clean(pdfWith(parts))).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
  })

  test('a first line that ends with a space', async () => {
    const spaced = signs(latin(pdfWith({})).replace('%PDF-1.7', '%PDF-1.7 '))
    expect(await clean(spaced)).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
  })
})

/** A stream whose data went through these filters. */
const filtered = (filters: string, data: string): string =>
  `<< /Type /XObject /Subtype /Form /Filter [${filters}] /Length ${data.length} >>\nstream\n${data}\nendstream`

/** Four bytes as five signs, as the standard says of ASCII85. */
const in85 = (bytes: Uint8Array): string => {
  const digits = (four: number, count: number): string =>
    four === 0 && count === 4
      ? 'z'
      : [4, 3, 2, 1, 0]
          .map((power) => String.fromCharCode(0x21 + (Math.floor(four / 85 ** power) % 85)))
          .join('')
          .slice(0, count + 1)
  const parts = Array.from({ length: Math.ceil(bytes.length / 4) }, (_, at) => bytes.subarray(4 * at, 4 * at + 4))
  return parts.map((part) => digits(Buffer.concat([part, new Uint8Array(4)]).readUInt32BE(0), part.length)).join('')
}

describe('a PDF of a program that packs in its own way is looked into', () => {
  const ways: readonly (readonly [name: string, pack: (text: string) => string])[] = [
    [
      'without closing what it packed, as Acrobat does',
      (text) => filtered('/FlateDecode', latin(deflateSync(text, { finishFlush: constants.Z_SYNC_FLUSH }))),
    ],
    ['with the end of a line of a Mac behind it', (text) => filtered('/FlateDecode', `${latin(deflateSync(text))}\r`)],
    ['with two ends of lines behind it', (text) => filtered('/FlateDecode', `${latin(deflateSync(text))}\r\r\n`)],
    [
      'in signs, as ReportLab does',
      (text) => filtered('/ASCII85Decode /FlateDecode', `${in85(deflateSync(text))}\n~>`),
    ],
    ['in signs alone', (text) => filtered('/A85', `${in85(Buffer.from(`\0\0\0\0${text}`))}~>`)],
    ['in hexadecimal signs', (text) => filtered('/ASCIIHexDecode', `${Buffer.from(text).toString('hex')}>`)],
  ]

  test.each(ways)('(%s)', async (_, pack) => {
    const plain = await clean(pdfWith({ page: '/XO 10 0 R', objects: [pack('0 g 0 0 9 9 re f')] }))
    expect(plain).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
    const telling = await clean(pdfWith({ page: '/XO 10 0 R', objects: [pack(`% ${folder}`)] }))
    expect(telling.remains).toEqual([{ kind: 'path', value: folder }])
  })

  test.each([
    ['has a stranger behind the end of its signs', filtered('/A85', `${in85(Buffer.from('0 g'))}~>${who}~>`)],
    ['holds a photograph', filtered('/A85 /DCTDecode', `${in85(photograph())}~>`)],
    ['has its properties', `${filtered('/A85', `${in85(Buffer.from(xmp))}~>`).replace('/XObject', '/Metadata')}`],
  ])('and not called clean where such a stream %s', async (_, object) => {
    const cleaned = await clean(pdfWith({ page: '/XO 10 0 R', objects: [object] }))
    expect(cleaned.remains.map(({ kind }) => kind)).toContain('hidden')
  })
})

describe('a PDF that is not made as it should be', () => {
  test.each([
    ['a string without an end', { catalog: '/Lang (en' }],
    ['a dictionary without an end', { objects: ['<< /A 1'] }],
    ['a value without a name', { objects: ['<< (a) 1 >>'] }],
    ['nests without end', { objects: [`${'['.repeat(200)}${']'.repeat(200)}`] }],
  ] as const)('(%s) is not called clean', async (_, parts) => {
    expect((await clean(pdfWith(parts))).outcome).toBe('broken')
  })

  test('keeps the object that Acrobat writes right behind the end that Word left', async () => {
    const first = latin(pdfWith({})).trimEnd()
    const page = `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources 5 0 R >>\nendobj\n`
    const tables = `xref\n3 1\n${String(first.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 10 /Root 1 0 R /Prev ${/startxref\s(\d+)/.exec(first)?.[1]} >>\n`
    const start = first.length + page.length
    const cleaned = await clean(signs(`${first}${page}${tables}startxref\n${start}\n%%EOF\n`))
    expect(cleaned).toMatchObject({ removed: [], remains: [{ kind: 'history' }] })
    expect(latin(bytesOf(cleaned))).toContain('%%EOF3 0 obj')
    expect(await shown(bytesOf(cleaned))).toBe(drawn)
  })

  test('keeps the objects behind its end', async () => {
    const cleaned = await clean(pdfWith({ behind: '10 0 obj\n(kept)\nendobj\n' }))
    expect(latin(bytesOf(cleaned))).toContain('(kept)')
    expect(cleaned.remains).toEqual([{ kind: 'words', value: 'kept' }])
  })

  /** What repeats without end, where each place could be the beginning of something whose end is looked for. */
  const repeated = [
    'stream\n',
    '1 0 obj\n',
    '1 0 obj <<>> stream\n',
    '<</T',
    '/ID [',
    '%\n',
    '()',
    '<a:b ',
    '<rdf:a>',
    'a',
  ]
  test.each(repeated)('is read once, whatever it repeats (%j)', { timeout: 60_000 }, async (piece) => {
    const many = piece.repeat(1_000_000 / piece.length)
    const places = [{ head: many }, { objects: [`<< /A [${many}] >>`] }, { objects: [stream('/Type /Metadata', many)] }]
    for (const parts of places) expect(['cleaned', 'broken']).toContain((await clean(pdfWith(parts))).outcome)
  })

  test('is not read on where its values would fill the memory', async () => {
    const many = pdfWith({ objects: [`[${'()'.repeat(100_000)}]`] })
    expect((await clean(many, 2 * 2 ** 20)).outcome).toBe('large')
    expect((await clean(many, 8 * 2 ** 20)).outcome).toBe('cleaned')
  })
})
