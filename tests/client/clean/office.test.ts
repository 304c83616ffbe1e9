import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { readZip, unpack } from '../../../src/client/clean/zip.ts'
import { letter, officeDocument, openDocument, people } from '../../support/evidence/documents.ts'
import { photograph } from '../../support/evidence/pictures.ts'

/** The name that no document may keep without saying so. */
const name = 'Philippa Oduya-Lindqvist'
const folder = `C:\\Users\\${name}\\Desktop`
const guid = '{5B1F0C2E-77AD-4C52-9F3B-2D6A9C1E8F40}'

const partsOf = async (bytes: Bytes): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      readZip(bytes).map(
        async (part) => [part.name, Buffer.from(await unpack(part, { left: 1e9 })).toString('utf8')] as const,
      ),
    ),
  )
const bytesOf = ({ bytes }: Cleaned): Bytes => {
  if (bytes === null) throw new Error('nothing was cleaned')
  return bytes
}
const afterOf = (cleaned: Cleaned): Promise<Map<string, string>> => partsOf(bytesOf(cleaned))
const all = (parts: ReadonlyMap<string, string>): string => [...parts].flat().join('\n')

const values = (text: string, attribute: RegExp): string[] =>
  [...text.matchAll(attribute)].map(([, value = '']) => value)

/** That every list of a document of Office names what is there, and every id a link. */
const expectWhole = (parts: ReadonlyMap<string, string>): void => {
  for (const path of values(parts.get('[Content_Types].xml') ?? '', /PartName="\/([^"]*)"/g))
    expect([...parts.keys()]).toContain(path)
  for (const [path, xml] of parts) {
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
    if (owner !== path && owner !== '') expect([...parts.keys()]).toContain(owner)
    if (path.endsWith('.rels'))
      for (const target of values(xml, /Target="\/([^"]*)"/g)) expect([...parts.keys()]).toContain(target)
    const ids = values(parts.get(path.replace(/([^/]*)$/, '_rels/$1.rels')) ?? '', /Id="([^"]*)"/g)
    for (const id of values(xml, /\sr:id="([^"]*)"/g)) expect(ids).toContain(id)
  }
}

const word = (content: string, parts: Parameters<typeof officeDocument>[2] = {}) =>
  officeDocument('word/document.xml', `<w:document>${content}<w:t>The contract was split.</w:t></w:document>`, parts)
const excel = (content: string, parts: Parameters<typeof officeDocument>[2] = {}) =>
  officeDocument('xl/workbook.xml', `<workbook>${content}<t>The contract was split.</t></workbook>`, parts)
const settings = (content: string) =>
  word('', { 'word/settings.xml': { kind: 'settings', content: `<w:settings>${content}</w:settings>` } })
const part = (kind: string, content: string | Bytes, ofPackage = false) => ({ kind, content, ofPackage })

describe('a document of Office', () => {
  test.each([
    [
      'properties at a path of their own',
      () =>
        word('', {
          'package/services/metadata/core-properties/8f.psmdcp': part(
            'core-properties',
            `<coreProperties><dc:creator>${name}</dc:creator></coreProperties>`,
            true,
          ),
        }),
    ],
    [
      'a label of its organisation',
      () =>
        word('', {
          'docMetadata/LabelInfo.xml': part(
            'classificationlabels',
            `<clbl:labelList><clbl:label siteId="${guid}" x="${name}"/></clbl:labelList>`,
            true,
          ),
        }),
    ],
    [
      'a property of a kind that nobody knows',
      () => word('', { 'custom/extra.xml': part('novelty', `<a b="${name}"/>`, true) }),
    ],
    [
      'a part that nothing leads to',
      () =>
        officeDocument(
          'word/document.xml',
          '<w:document>The contract was split.</w:document>',
          {},
          { 'word/old.xml': `<a>${name}</a>` },
        ),
    ],
    ['its number', () => settings(`<w14:docId w14:val="${name}"/><w15:docId w15:val="${guid}"/>`)],
    ['variables', () => settings(`<w:docVars><w:docVar w:name="x" w:val="${name}"/></w:docVars>`)],
    [
      'a serial letter',
      () => settings(`<w:mailMerge><w:query w:val="SELECT * FROM ${folder}\\list.xlsx"/></w:mailMerge>`),
    ],
    [
      'a picture called by its folder',
      () => word(`<pic:cNvPr id="0" name="${folder}\\a.jpg" descr='${folder}\\a.jpg'/>`),
    ],
    [
      'a drawing from a folder',
      () =>
        word('', {
          'word/vmlDrawing1.vml': part(
            'vmlDrawing',
            `<xml><v:imagedata o:title="${name}" o:href="file:///C:/Users/${name}/x.png"/><br></xml>`,
          ),
        }),
    ],
    ['an author in single quotes', () => word(`<w:comment w:author='${name}' w:date='2026-03-05T10:00:00Z'/>`)],
    ['an author with a sign by name', () => word(`<w:comment w:author="${name} &amp; Co"/>`)],
    [
      'its queries in a writing of their own',
      () =>
        excel('', {
          'customXml/item1.xml': part('customXml', Uint8Array.from(Buffer.from(`\ufeff<DataMashup/>`, 'utf16le'))),
          'docProps/app.xml': part('extended-properties', `<Properties><Company>${name}</Company></Properties>`, true),
        }),
    ],
    [
      'what a program thinks of its words',
      () => word('', { 'word/intelligence2.xml': part('intelligence', `<int2:textHash int2:id="${name}"/>`) }),
    ],
    ['a remark between its elements', () => word(`<!-- ${name} --><?who ${name}?>`)],
    [
      'whoever asked for a table',
      () =>
        excel('', {
          'xl/pivotCache/pivotCacheDefinition1.xml': part(
            'pivotCacheDefinition',
            `<pivotCacheDefinition refreshedBy="${name}" refreshedDate="46000.5"/>`,
          ),
        }),
    ],
    [
      'a view of somebody',
      () =>
        excel(
          `<customWorkbookViews><customWorkbookView name="${name} - Personal View" guid="${guid}"/></customWorkbookViews>`,
        ),
    ],
    [
      'a case of somebody',
      () =>
        excel('', {
          'xl/worksheets/sheet1.xml': part('worksheet', `<worksheet><scenario name="s" user="${name}"/></worksheet>`),
        }),
    ],
    [
      'a source in a folder',
      () =>
        excel('', {
          'xl/connections.xml': part(
            'connections',
            `<connection name="q" odcFile='${folder}\\q.odc'><textPr sourceFile="${folder}\\d.csv"/></connection>`,
          ),
        }),
    ],
    [
      'tags',
      () =>
        officeDocument(
          'ppt/presentation.xml',
          '<p:presentation><p:custDataLst><p:tags r:id="rId1"/></p:custDataLst>The contract was split.</p:presentation>',
          { 'ppt/tags/tag1.xml': part('tags', `<p:tagLst><p:tag name="PATH" val="${folder}"/></p:tagLst>`) },
        ),
    ],
    [
      'a template in a folder',
      () => word('', { template: { ...part('attachedTemplate', ''), outside: `file:///${folder}` } }),
    ],
    [
      'a picture that lies in a folder',
      () => word('<v:imagedata r:link="rId1"/>', { picture: { ...part('image', ''), outside: `file:///${folder}` } }),
    ],
  ] as const)('with %s loses that, opens without it, and the reporter is told', async (_, make) => {
    const before = await make()
    expect(all(await partsOf(before))).toContain(name)
    const cleaned = await clean(before)
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    expect(cleaned.removed).not.toEqual([])
    const after = await afterOf(cleaned)
    for (const trace of [name, guid, '2026-03'])
      expect(all(after).replace(/customWorkbookView .*/, '')).not.toContain(trace)
    expect(all(after)).toContain('The contract was split.')
    expectWhole(after)
    expect(await clean(cleaned.bytes as Bytes)).toMatchObject({ removed: [], remains: [] })
  })

  test.each([
    [
      'a field that asks a folder',
      'path',
      () => word(`<w:instrText>INCLUDEPICTURE "${folder.replaceAll('\\', '\\\\')}"</w:instrText>`),
    ],
    ['a folder of a Mac', 'path', () => word(`<w:x w:val="/Users/${name}/list.xlsx"/>`)],
    ['a folder of Linux in its words', 'path', () => word(`<w:t>see /home/${name}/list.xlsx</w:t>`)],
    ['a folder of a network', 'path', () => word(`<w:x w:val='&#92;\\files\\${name}'/>`)],
    [
      'a link from its own folder',
      'path',
      () => word('', { link: { ...part('hyperlink', ''), outside: `../${name}/a.docx` } }),
    ],
    [
      'an account of a database',
      'person',
      () => excel('', { 'xl/connections.xml': part('connections', `<dbPr connection="Provider=x;User ID=${name}"/>`) }),
    ],
    [
      'a name in a remark of its own',
      'person',
      () =>
        excel('', {
          'xl/worksheets/sheet1.xml': part(
            'worksheet',
            `<worksheet><scenario user="${name}" comment="Created by ${name}"/></worksheet>`,
          ),
        }),
    ],
    ['hidden words', 'hidden', () => word(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${name}</w:t></w:r>`)],
    ['a hidden sheet', 'hidden', () => excel(`<sheets><sheet name="${name}" state='veryHidden'/></sheets>`)],
    ['a change of form', 'history', () => word(`<w:rPrChange w:id="1"/><w:t>${name}</w:t>`)],
    [
      'a part that nobody knows',
      'attachment',
      () => word('', { 'word/novelty.xml': part('novelty', `<a b="${name}"/>`) }),
    ],
    [
      'a drawing by hand',
      'attachment',
      () =>
        word('<w14:contentPart r:id="rId1"/>', {
          'word/ink/ink1.xml': part('customXml', `<ink:ink>${name}</ink:ink>`),
        }),
    ],
    [
      'a drawing',
      'attachment',
      () => word('', { 'word/media/image1.svg': part('image', `<svg><title>${name}</title></svg>`) }),
    ],
    [
      'a picture that is none',
      'attachment',
      () => word('', { 'word/media/image1.png': part('image', `\x89PNG\r\n\x1a\n${name}`) }),
    ],
    [
      'a picture that is broken',
      'attachment',
      () => word(name, { 'word/media/image1.jpeg': { kind: 'image', content: photograph().subarray(0, 400) } }),
    ],
    ['programs', 'script', () => word(name, { 'word/vbaProject.bin': part('vbaProject', 'x') })],
  ] as const)('with %s keeps that and says so', async (_, kind, make) => {
    const cleaned = await clean(await make())
    expect(cleaned.outcome).toBe('cleaned')
    expect(all(await afterOf(cleaned))).toContain(name)
    expect(cleaned.remains.map((one) => one.kind)).toEqual([kind])
  })

  test('is told first by whoever wrote it: of many names a page shows the first few', async () => {
    const { removed } = await clean(await letter())
    expect(removed.find(({ kind }) => kind === 'person')?.value).toBe(people.creator)
  })

  test('in which somebody writes after it was cleaned can still tell all its authors apart', async () => {
    const two = `<w:c w:author="${name}"/><w:c w:author="Author 1"/><w:c w:author="Author 1"/>`
    const cleaned = await clean(await word(two))
    expect(cleaned).toMatchObject({ removed: [{ kind: 'person', value: name }], remains: [] })
    const authors = values(all(await afterOf(cleaned)), /w:author="([^"]*)"/g)
    expect(authors).toEqual(['Author 1', 'Author 2', 'Author 2'])
  })

  test('of PowerPoint keeps comments with a time that tells nothing, since it does not open without one', async () => {
    const comment = part('comments', '<p188:cm id="{1}" authorId="{2}" created="2026-03-05T10:00:00.000"/>')
    const before = await officeDocument('ppt/presentation.xml', '<p/>', { 'ppt/comments/modern1.xml': comment })
    const cleaned = await clean(before)
    expect(cleaned.removed).toEqual([{ kind: 'time', value: '' }])
    expect(all(await afterOf(cleaned))).toContain('created="1980-01-01T00:00:00.000"')
    expect(await clean(cleaned.bytes as Bytes)).toMatchObject({ removed: [], remains: [] })
  })

  test('of PowerPoint keeps what it says to one program alone', async () => {
    const drawing = '<xml><v:shape><![if gte mso 9]><v:imagedata o:title=""/><![endif]></v:shape></xml>'
    const parts = { 'ppt/drawings/vmlDrawing1.vml': part('vmlDrawing', drawing) }
    const cleaned = await clean(await officeDocument('ppt/presentation.xml', '<p/>', parts))
    expect(all(await afterOf(cleaned))).toContain(drawing)
    expect(cleaned).toMatchObject({ removed: [], remains: [] })
  })

  test.each([
    ['Microsoft Excel', '16.0300', '<Application>Microsoft</Application></Properties>'],
    [
      'Microsoft Macintosh Excel',
      '12.0001',
      '<Application>Microsoft</Application><AppVersion>12.0000</AppVersion></Properties>',
    ],
    [
      'LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/723314e595',
      '15.0000',
      '<Application>LibreOffice</Application></Properties>',
    ],
  ])(
    'of %s says so and no more, since others count its formulas anew if they do not know',
    async (program, edition, left) => {
      const app = `<Properties><Application>${program}</Application><AppVersion>${edition}</AppVersion><Company>${name}</Company></Properties>`
      const cleaned = await clean(await excel('', { 'docProps/app.xml': part('extended-properties', app, true) }))
      const parts = await afterOf(cleaned)
      expectWhole(parts)
      expect(parts.get('docProps/app.xml')?.replace(/^<\?xml[^>]*><Properties xmlns="[^"]*">/, '')).toBe(left)
      expect(cleaned.removed).toEqual([
        { kind: 'person', value: name },
        { kind: 'software', value: program },
        { kind: 'software', value: edition },
      ])
      expect(await clean(bytesOf(cleaned))).toMatchObject({ removed: [], remains: [] })
    },
  )

  test('of a program that others do not know does not name it', async () => {
    const app = part(
      'extended-properties',
      '<Properties><Application>Tabulator of Ours</Application></Properties>',
      true,
    )
    const cleaned = await clean(await excel('', { 'docProps/app.xml': app }))
    expect(all(await afterOf(cleaned))).not.toMatch(/Tabulator|extended-properties|docProps/)
    expect(cleaned).toMatchObject({ removed: [{ kind: 'software', value: 'Tabulator of Ours' }], remains: [] })
  })

  test('of properties alone is none', async () => {
    const app = '<Properties><Application>Microsoft Word</Application></Properties>'
    const types = '<Relationship Id="a" Type="http://x/extended-properties" Target="app.xml"/>'
    const besides = { '_rels/.rels': `<Relationships>${types}</Relationships>`, 'app.xml': app }
    expect((await clean(await officeDocument('word/document.xml', '<w/>', {}, besides))).outcome).toBe('unknown')
  })

  test('whose template is called like a form of its words, and whose authors Word itself made nameless, tells nobody', async () => {
    const app = part('extended-properties', '<Properties><Template>Normal</Template></Properties>', true)
    const before = await word('<w:style w:name="Normal"/><w:ins w:author="Author"/>', { 'docProps/app.xml': app })
    expect(await clean(before)).toMatchObject({
      removed: [{ kind: 'words', value: 'Normal' }],
      remains: [{ kind: 'history' }],
    })
  })

  test('with a sheet behind a diagram loses whom that names, and says that it is there', async () => {
    const sheet = await excel('', {
      'docProps/core.xml': part('core-properties', `<c><dc:creator>${name}</dc:creator></c>`, true),
    })
    const cleaned = await clean(await word('', { 'word/embeddings/sheet1.xlsx': part('package', sheet) }))
    expect(cleaned).toMatchObject({
      removed: [{ kind: 'person', value: name }],
      remains: [{ kind: 'attachment', value: 'word/embeddings/sheet1.xlsx' }],
    })
    const inside = readZip(bytesOf(cleaned)).find((one) => one.name.endsWith('.xlsx'))
    if (inside === undefined) throw new Error('there is no sheet')
    const parts = await partsOf(await unpack(inside, { left: 1e9 }))
    expect(all(parts)).not.toContain(name)
    expect(all(parts)).toContain('The contract was split.')
    expect(await clean(bytesOf(cleaned))).toMatchObject({ removed: [] })
  })

  test('with a drawing that cannot be read to its end does not say that anything was taken out of it', async () => {
    const drawing = `<!-- ${name} --><svg/></a>`
    const cleaned = await clean(await word('', { 'word/media/image1.svg': part('image', drawing) }))
    expect(cleaned).toMatchObject({ removed: [], remains: [{ kind: 'attachment' }] })
  })

  test('with a password is called locked', async () => {
    const old = `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\0')}\0`
    expect((await clean(Uint8Array.from(Buffer.from(old, 'latin1')))).outcome).toBe('locked')
  })

  test('keeps what looks like a trace and is none', async () => {
    const kept =
      '<table displayName="Sales" name="Sales" dt="0"/><w:t>https://example.org/home/a and/or C: </w:t><a b="http://x/Users/"/>'
    const cleaned = await clean(await excel(kept))
    expect(all(await afterOf(cleaned))).toContain(kept)
    expect(cleaned).toMatchObject({ removed: [], remains: [] })
  })

  test('keeps what stands between quotation marks of either kind', async () => {
    const kept = `<f a='x "y" &amp; z' b="it's = 'so'">he said 'a = 'b''</f>`
    expect(all(await afterOf(await clean(await excel(kept))))).toContain(kept)
    const changed = `<f a='x "y" &amp; &lt;&#10;z' w:author='${name}'/>`
    expect(all(await afterOf(await clean(await excel(changed))))).toContain(
      '<f a="x &quot;y&quot; &amp; &lt;&#10;z" w:author="Author 1"/>',
    )
  })

  test('finds its parts whatever their case, and however their names are written', async () => {
    const besides = {
      'word/Media/Picture 1.JPEG': photograph(),
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/image" Target="media/picture%201.jpeg"/></Relationships>',
    }
    const cleaned = await clean(await officeDocument('word/document.xml', '<w:document r:id="rId1"/>', {}, besides))
    expect([...(await afterOf(cleaned)).keys()]).toContain('word/Media/Picture 1.JPEG')
    expect(cleaned.remains).toEqual([])
  })

  test('that leads to no document, such as one of another program, is not called clean', async () => {
    const besides = {
      '_rels/.rels':
        '<Relationships><Relationship Id="rId1" Type="x/document" Target="visio/document.xml"/></Relationships>',
    }
    const drawing = await officeDocument('visio/document.xml', '<a/>', {}, besides)
    expect((await clean(drawing)).outcome).toBe('unknown')
  })

  test.each([
    ['elements that do not end', '<a>'],
    ['elements that end as others', '<a></b>'],
    ['attributes without quotes', `<w:ins w:author=${name}/>`],
    ['a name where it says for which program something is', `<a><![if ${name}]></a>`],
    ['words by names of its own', `<!DOCTYPE a [<!ENTITY who "${name}">]><w:ins w:author="&who;"/>`],
  ])('with %s goes as it is, and is not called clean', async (_, content) => {
    expect(await clean(await word(content))).toEqual({ outcome: 'broken', bytes: null, removed: [], remains: [] })
  })
})

describe('a document of OpenDocument', () => {
  const content = (more: string) => ({
    'content.xml': `<office:text>${more}<text:p>The contract was split.</text:p></office:text>`,
  })

  test.each([
    [
      'earlier versions',
      {
        'VersionList.xml': `<VL:version-list><VL:version-entry VL:creator="${name}"/></VL:version-list>`,
        'Versions/Version1': `PK ${name}`,
      },
    ],
    ['a signature', { 'META-INF/documentsignatures.xml': `<X509SubjectName>CN=${name}</X509SubjectName>` }],
    [
      'a signature of its programs',
      { 'META-INF/macrosignatures.xml': `<X509SubjectName>CN=${name}</X509SubjectName>` },
    ],
    ['what is said of it', { 'manifest.rdf': `<rdf:RDF><dc:creator>${name}</dc:creator></rdf:RDF>` }],
    [
      'properties of an object',
      { 'Object 1/content.xml': '<math/>', 'Object 1/meta.xml': `<dc:creator>${name}</dc:creator>` },
    ],
    [
      'a note of somebody',
      content(
        `<dc:creator xml:lang="sv">${name}</dc:creator><loext:sender-initials><![CDATA[${name}]]></loext:sender-initials>`,
      ),
    ],
    [
      'a change as older programs write it',
      content(`<office:change-info office:chg-author="${name}" office:chg-date-time="2026-03-05T10:00:00"/>`),
    ],
    ['a field of its author', content(`<text:author-name text:fixed="true">${name}</text:author-name>`)],
    ['a picture that lies in a folder', content(`<draw:image xlink:href='file:///home/${name}/p.png'/>`)],
    ['a text from a folder beside', content(`<text:section-source xlink:href="../../${name}/x.odt"/>`)],
    [
      'sessions of typing',
      content(`<style:text-properties officeooo:rsid="${name}" officeooo:paragraph-rsid='${name}'/>`),
    ],
    [
      'addresses of a serial letter',
      { 'settings.xml': `<config:config-item config:name="CurrentDatabaseDataSource">${name}</config:config-item>` },
    ],
    [
      'a folder with colours',
      { 'settings.xml': `<config:config-item config:name="ColorTableURL">file:///home/${name}/x</config:config-item>` },
    ],
    [
      'keys of an object',
      { 'Object 1/content.xml': '<math/>', 'Object 1/Configurations2/accelerator/current.xml': `<a b="${name}"/>` },
    ],
  ])('with %s loses that, and the reporter is told', async (_, parts) => {
    const cleaned = await clean(await openDocument({ ...content(''), ...parts }))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    expect(cleaned.removed).not.toEqual([])
    const after = await afterOf(cleaned)
    expect(all(after)).not.toContain(name)
    expect(after.get('content.xml')).toContain('The contract was split.')
    for (const path of values(after.get('META-INF/manifest.xml') ?? '', /full-path="([^"]*)"/g).slice(1))
      expect([...after.keys()]).toContain(path)
  })

  test.each([
    ['a part that nobody knows', 'attachment', { 'novelty.xml': `<a b="${name}"/>` }],
    ['an object of another program', 'attachment', { 'Object 1': `\xd0\xcf ${name}` }],
    ['programs', 'script', { 'Basic/Standard/Module1.xml': `<a b="${name}"/>` }],
  ] as const)('with %s keeps that and says so', async (_, kind, parts) => {
    const cleaned = await clean(await openDocument({ ...content(''), ...parts }))
    expect(all(await afterOf(cleaned))).toContain(name)
    expect(cleaned.remains.map((one) => one.kind)).toEqual([kind])
  })

  test.each([
    ['it is written', (time: string) => `<office:change-info><dc:date>${time}</dc:date></office:change-info>`],
    ['older programs wrote it', (time: string) => `<office:change-info office:chg-date-time="${time}"/>`],
  ])(
    'keeps a time at each change as %s, which tells nothing: without one, what was taken out is shown again',
    async (_, info) => {
      const change = (time: string) => `<text:deletion>${info(time)}</text:deletion>`
      const cleaned = await clean(await openDocument(content(change('2026-03-05T10:00:00'))))
      expect(cleaned).toMatchObject({ removed: [{ kind: 'time' }], remains: [] })
      expect((await afterOf(cleaned)).get('content.xml')).toContain(change('1980-01-01T00:00:00.000'))
      expect(await clean(bytesOf(cleaned))).toMatchObject({ removed: [], remains: [] })
    },
  )

  test('keeps what its fields showed of its properties, and not whom', async () => {
    const fields = `<text:title>The split</text:title><text:initial-creator text:fixed="false">${name}</text:initial-creator>`
    const cleaned = await clean(await openDocument(content(fields)))
    expect((await afterOf(cleaned)).get('content.xml')).toContain(
      '<text:title text:fixed="true">The split</text:title><text:initial-creator text:fixed="true">Author 1</text:initial-creator>',
    )
    expect(await clean(bytesOf(cleaned))).toMatchObject({ removed: [], remains: [] })
  })

  test('keeps how its lines are broken, where that is called after printers', async () => {
    const kept = '<config:config-item config:name="PrinterIndependentLayout">high-resolution</config:config-item>'
    const told = `<config:config-item config:name="PrinterName">${name}</config:config-item>`
    const cleaned = await clean(await openDocument({ ...content(''), 'settings.xml': `<a>${kept}${told}</a>` }))
    expect((await afterOf(cleaned)).get('settings.xml')).toBe(`<a>${kept}</a>`)
  })

  test('with an object in it still says what kind of object that is', async () => {
    const kind = '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/x-chart"/>'
    const object = {
      'Object 1/content.xml': '<math/>',
      'META-INF/manifest.xml': `<manifest:manifest>${kind}</manifest:manifest>`,
    }
    const cleaned = await clean(await openDocument({ ...content(''), ...object }))
    expect((await afterOf(cleaned)).get('META-INF/manifest.xml')).toContain(kind)
    expect(cleaned.remains).toEqual([])
  })

  test.each([
    [
      'LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/723314e595e8007d3cf785c16538505a1c878ca5',
      'LibreOffice/7.4 LibreOffice_project/',
    ],
    [
      'OpenOffice.org/3.3$Win32 OpenOffice.org_project/330m20$Build-9567',
      'OpenOffice.org/3.3 OpenOffice.org_project/330m20$Build-9567',
    ],
    [
      'StarOffice/9$Win32 OpenOffice.org_project/310m19$Build-9420',
      'StarOffice/9 OpenOffice.org_project/310m19$Build-9420',
    ],
  ])('of %s keeps its edition, by which drawings are shown, and no more', async (generator, left) => {
    const meta = `<office:meta><meta:generator>${generator}</meta:generator><dc:creator>${name}</dc:creator></office:meta>`
    const inObject = meta.replace(generator, 'LibreOfficeDev/5.2.0.1')
    const parts = {
      'meta.xml': meta,
      'content.xml': '<a/>',
      'Object 1/content.xml': '<a/>',
      'Object 1/meta.xml': inObject,
    }
    const cleaned = await clean(await openDocument(parts))
    const after = await afterOf(cleaned)
    const words = (path: string): string => after.get(path)?.replaceAll(/<[^>]*>/g, '') ?? ''
    expect([words('meta.xml'), words('Object 1/meta.xml')]).toEqual([left, 'LibreOffice/5.2 LibreOffice_project/'])
    expect(all(after)).not.toContain(name)
    expect(cleaned.removed).toContainEqual({ kind: 'software', value: generator })
    expect(cleaned.removed).toContainEqual({ kind: 'person', value: name })
    expect(await clean(bytesOf(cleaned))).toMatchObject({ removed: [], remains: [] })
  })

  test('of a program that others do not ask for does not name it', async () => {
    const meta = '<office:meta><meta:generator>Tabulator/7.4 of Ours</meta:generator></office:meta>'
    const cleaned = await clean(await openDocument({ 'meta.xml': meta, 'content.xml': '<a/>' }))
    expect(all(await afterOf(cleaned))).not.toMatch(/Tabulator|meta\.xml/)
  })

  test('that names writers in a list of books keeps their names', async () => {
    const books = `<text:bibliography-mark text:author="${name}"/>`
    expect((await afterOf(await clean(await openDocument(content(books))))).get('content.xml')).toContain(books)
  })
})

describe('an archive', () => {
  /** Both heads of the first file of a ZIP with a number written over. */
  const altered = async (at: readonly [local: number, central: number], number: number): Promise<Bytes> => {
    const bytes = Buffer.from(await letter())
    bytes.writeUInt16LE(number, at[0])
    bytes.writeUInt16LE(number, bytes.indexOf('PK\x01\x02') + at[1])
    return Uint8Array.from(bytes)
  }

  test('with a password is called locked', async () => {
    expect((await clean(await altered([6, 8], 1))).outcome).toBe('locked')
  })

  test('that is packed in a rare way is one that nobody can look into here', async () => {
    expect((await clean(await altered([8, 10], 9))).outcome).toBe('unknown')
  })

  test('of the large kind is one that nobody can look into here', async () => {
    const bytes = Buffer.from(await letter())
    bytes.writeUInt32LE(0xffffffff, bytes.indexOf('PK\x05\x06') + 16)
    expect((await clean(Uint8Array.from(bytes))).outcome).toBe('unknown')
  })

  test('with two files of one name goes as it is, since programs show the one or the other', async () => {
    const twice = await officeDocument('word/document.xml', '<a/>', {}, { 'word/Document.xml': `<a>${name}</a>` })
    expect((await clean(twice)).outcome).toBe('broken')
  })
})

describe('a hostile document', () => {
  const size = 1_500_000
  const filled = (text: string): string => text.repeat(Math.ceil(size / text.length))

  test.each([
    ['sessions that never end', filled('<w:rsids>')],
    ['remarks that never end', filled('<!--')],
    ['beginnings alone', filled('<a')],
    ['quotes alone', `<a ${filled(`b='`)}`],
    ['elements in each other', filled('<a>')],
    ['strokes', `<a>${filled('\\')}</a>`],
    ['signs by half a name', `<a>${filled('&#')}</a>`],
    ['space', `<a${filled(' ')}`],
    [
      'a multitude of people',
      `<a>${Array.from({ length: 9_000 }, (_, number) => `<w:c w:author="Somebody ${number}"/>`).join('')}</a>`,
    ],
  ])('of %s is read to its end like any other', async (_, content) => {
    const outcome = (await clean(await word(content))).outcome
    expect(outcome).toMatch(/^(cleaned|broken)$/)
  })
})
