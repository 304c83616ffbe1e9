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

/** A part of a document of Office: its kind is the last word of the type of the relationship that leads to it. */
interface Part {
  readonly kind: string
  readonly content: string | Bytes
  /** Properties of the package, which the document itself does not lead to. */
  readonly ofPackage?: boolean
  /** Where it leads outside, instead of a part. */
  readonly outside?: string
}

const relation = (id: string, kind: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode}/>`
const relations = (list: readonly string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
const relationsOf = (parts: Readonly<Record<string, Part>>): string =>
  relations(
    Object.entries(parts).map(([path, { kind, outside }], place) =>
      outside === undefined
        ? relation(`rId${place + 1}`, kind, `/${path}`)
        : relation(`rId${place + 1}`, kind, outside, ' TargetMode="External"'),
    ),
  )

/** The parts of a document as they are packed, with the lists that lead to them: `rId1` is the first that it leads to. */
const office = (
  main: string,
  content: string,
  parts: Readonly<Record<string, Part>>,
): Record<string, string | Bytes> => {
  const some = (ofPackage: boolean) =>
    Object.fromEntries(Object.entries(parts).filter(([, part]) => (part.ofPackage ?? false) === ofPackage))
  const inside = Object.entries(parts).filter(([, { outside }]) => outside === undefined)
  const types = [main, ...inside.map(([path]) => path)]
    .map((path) => `<Override PartName="/${path}" ContentType="application/x"/>`)
    .join('')
  return {
    '[Content_Types].xml': `<Types><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
    '_rels/.rels': relationsOf({ [main]: { kind: 'officeDocument', content }, ...some(true) }),
    [main]: content,
    [main.replace(/[^/]*$/, '_rels/$&.rels')]: relationsOf(some(false)),
    ...Object.fromEntries(inside.map(([path, part]) => [path, part.content])),
  }
}

/** A document of Word, Excel or PowerPoint, which leads to these parts. */
export const officeDocument = (
  main: string,
  content: string,
  parts: Readonly<Record<string, Part>> = {},
  besides: Readonly<Record<string, string | Bytes>> = {},
): Promise<Bytes> => zip({ ...office(main, content, parts), ...besides })

/** A text of OpenDocument of these parts. */
export const openDocument = (parts: Readonly<Record<string, string | Bytes>>): Promise<Bytes> =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<manifest:manifest><manifest:file-entry manifest:full-path="/"/>${Object.keys(parts)
      .map((path) => `<manifest:file-entry manifest:full-path="${path}"/>`)
      .join('')}</manifest:manifest>`,
    ...parts,
  })

/** A letter of Word with a tracked change, a comment, a photograph, properties, a thumbnail and a template of its author's. */
export const letter = (more: Readonly<Record<string, Part>> = {}): Promise<Bytes> =>
  officeDocument(
    'word/document.xml',
    `<w:document><w:p w:rsidR="${people.session}"><w:ins w:id="1" w:author="${people.changed}" w:date="2026-03-05T10:00:00Z"><w:r><w:t>The contract was split in three.</w:t></w:r></w:ins></w:p></w:document>`,
    {
      'word/media/image1.jpeg': { kind: 'image', content: photograph() },
      'word/people.xml': {
        kind: 'people',
        content: `<w15:people><w15:person w15:author="${people.changed}"/></w15:people>`,
      },
      'word/settings.xml': {
        kind: 'settings',
        content: `<w:settings><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="${people.session}"/></w:rsids></w:settings>`,
      },
      'word/comments.xml': {
        kind: 'comments',
        content: `<w:comments><w:comment w:id="0" w:author="${people.reviewer}" w:initials="MTA" w:date="2026-03-05T10:00:00Z"><w:p><w:t>Who signed this?</w:t></w:p></w:comment></w:comments>`,
      },
      'docProps/core.xml': {
        ...{ kind: 'core-properties', ofPackage: true },
        content: `<cp:coreProperties><dc:creator>${people.creator}</dc:creator><cp:lastModifiedBy>${people.changed}</cp:lastModifiedBy><dcterms:created>2026-03-04T05:06:07Z</dcterms:created></cp:coreProperties>`,
      },
      'docProps/thumbnail.jpeg': { kind: 'thumbnail', ofPackage: true, content: photograph() },
      ...more,
    },
    {
      'word/_rels/settings.xml.rels': relations([
        relation('rId1', 'attachedTemplate', people.folder, ' TargetMode="External"'),
      ]),
    },
  )

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
export const bomb = (): Promise<Bytes> => officeDocument('word/document.xml', '\0'.repeat(8 * 2 ** 20))

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
