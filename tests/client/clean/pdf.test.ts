import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { drawn, pdfWith, stream } from '../../support/evidence/pdfs.ts'
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
        page: '/ColorSpace << /A [/Indexed /DeviceRGB 1 (abcdef)] /B [/ICCBased 10 0 R] >> /ToUnicode 11 0 R',
        objects: [stream('/N 3', 'profile', true), stream('', 'begincmap', true)],
      },
    ],
    ['a page in many streams', { page: '/Contents 10 0 R', objects: ['[11 0 R]', stream('', '0 g', true)] }],
  ] as const)('%s', async (_, parts) => {
    expect(await clean(pdfWith(parts))).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
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
