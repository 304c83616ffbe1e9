import { deflateSync } from 'node:zlib'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { pack, writeZip } from '../../../src/client/clean/zip-writer.ts'
import { photograph, xmp } from './pictures.ts'

const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** Names that stand in one place of a document each. */
export const people = {
  creator: 'Ifeoma Brandt-Castellan',
  changed: 'Radoslav Quigley-Ondine',
  reviewer: 'Mireille Tan-Ashgrove',
  folder: 'C:\\Users\\okaforplinth\\Templates\\memo.dotm',
  session: '00C4D1E7',
}

const zip = async (files: Readonly<Record<string, string | Bytes>>): Promise<Bytes> =>
  writeZip(
    await Promise.all(
      Object.entries(files).map(([name, content]) => pack(name, typeof content === 'string' ? utf8(content) : content)),
    ),
  )

const relation = (id: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.example/x" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`
const relations = (...list: readonly string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`

/** A letter of Word with a tracked change, a comment, a photograph, properties, a thumbnail and a template of its author's. */
export const letter = (): Promise<Bytes> =>
  zip({
    '[Content_Types].xml':
      '<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="a"/><Override PartName="/docProps/core.xml" ContentType="b"/></Types>',
    '_rels/.rels': relations(
      relation('rId1', 'word/document.xml'),
      relation('rId2', 'docProps/core.xml'),
      relation('rId3', 'docProps/thumbnail.jpeg'),
    ),
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${people.creator}</dc:creator><cp:lastModifiedBy>${people.changed}</cp:lastModifiedBy><dcterms:created>2026-03-04T05:06:07Z</dcterms:created></cp:coreProperties>`,
    'docProps/thumbnail.jpeg': photograph(),
    'word/_rels/document.xml.rels': relations(relation('rId1', 'media/image1.jpeg'), relation('rId2', 'people.xml')),
    'word/_rels/settings.xml.rels': relations(relation('rId1', people.folder, 'External')),
    'word/settings.xml': `<w:settings><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="${people.session}"/></w:rsids></w:settings>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${people.changed}"/></w15:people>`,
    'word/comments.xml': `<w:comments><w:comment w:id="0" w:author="${people.reviewer}" w:initials="MTA" w:date="2026-03-05T10:00:00Z"><w:p><w:t>Who signed this?</w:t></w:p></w:comment></w:comments>`,
    'word/document.xml': `<w:document><w:p w:rsidR="${people.session}"><w:ins w:id="1" w:author="${people.changed}" w:date="2026-03-05T10:00:00Z"><w:r><w:t>The contract was split in three.</w:t></w:r></w:ins></w:p></w:document>`,
    'word/media/image1.jpeg': photograph(),
  })

/** A text of OpenDocument with its properties, a thumbnail and the author of a note. */
export const openText = (): Promise<Bytes> =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml':
      '<manifest:manifest><manifest:file-entry manifest:full-path="/"/><manifest:file-entry manifest:full-path="meta.xml"/><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>',
    'meta.xml': `<office:meta><meta:initial-creator>${people.creator}</meta:initial-creator><dc:creator>${people.changed}</dc:creator></office:meta>`,
    'Thumbnails/thumbnail.png': photograph(),
    'content.xml': `<office:text><office:annotation><dc:creator>${people.reviewer}</dc:creator><dc:date>2026-03-05</dc:date><text:p>Who signed this?</text:p></office:annotation><text:p>The contract was split in three.</text:p></office:text>`,
  })

/** A document whose one part unpacks to far more than any document has. */
export const bomb = async (): Promise<Bytes> => {
  const heavy = await pack('word/document.xml', new Uint8Array(8 * 2 ** 20))
  return writeZip([await pack('[Content_Types].xml', utf8('<Types/>')), heavy])
}

/** What a PDF of these tests tells. */
export const pdfAuthor = 'Kwabena (Bo) Thistlewaite'

/**
 * A PDF of one page. Its properties stand in the clear or, with `packed`, among other objects in one packed stream; its
 * XMP is packed in the second case too.
 */
export const pdf = (packed: boolean, more = ''): Bytes => {
  const info = `<< /Author (Kwabena \\(Bo\\) Thistlewaite) /Producer (Retoucheur 9) /CreationDate (D:20260304050607) >>`
  const page = 'BT /F1 12 Tf 72 720 Td (The contract was split in three.) Tj ET'
  const stream = (number: number, head: string, data: Uint8Array): string =>
    `${number} 0 obj\n<< ${head} /Length ${data.length} >>\nstream\n${Buffer.from(data).toString('latin1')}\nendstream\nendobj\n`
  const many = `5 0 ${info.length > 0 ? `9 ${info.length + 1} ` : ''}`
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 6 0 R /Resources << /Font << /F1 8 0 R >> >> >>\nendobj\n',
    stream(
      4,
      `/Type /Metadata /Subtype /XML${packed ? ' /Filter /FlateDecode' : ''}`,
      packed ? deflateSync(xmp) : Buffer.from(xmp),
    ),
    packed
      ? stream(
          7,
          `/Type /ObjStm /N 2 /First ${many.length} /Filter /FlateDecode`,
          deflateSync(`${many}${info} << /Lang (en) >>`, { level: 9 }),
        )
      : `5 0 obj\n${info}\nendobj\n`,
    stream(6, '', Buffer.from(page)),
    '8 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    more,
  ]
  const head = '%PDF-1.5\n'
  const offsets = new Map<number, number>()
  let body = head
  for (const object of objects) {
    const number = Number(/^\d+/.exec(object)?.[0])
    if (number) offsets.set(number, body.length)
    body += object
  }
  const rows = Array.from({ length: 9 }, (_, number) =>
    offsets.has(number) ? `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
  )
  const trailer = `trailer\n<< /Size 9 /Root 1 0 R /Info 5 0 R /ID [<8812aa><8812aa>] >>\nstartxref\n${body.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(`${body}xref\n0 9\n${rows.join('')}${trailer}`, 'latin1'))
}
