import { concat } from '../../../crypto/wire/index.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { film } from './films.ts'
import { photograph } from './pictures.ts'

interface HostileFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const run = 'window.hit=(window.hit||0)+1;parent.hit=1;top.hit=1'
const page = `<!doctype html><script>${run}</script><img src=x onerror="${run}" data-hit><base href="https://evil.example/">`

/** MPEG sound by an author who is called this. */
const soundBy = (author: string): string =>
  `ID3\x03\0\0\0\0\0${String.fromCharCode(author.length + 11)}TPE1\0\0\0${String.fromCharCode(author.length + 1)}\0\0\0${author}\xff\xfb\x90\0 the sound`

/** What stands on the page of the hostile PDF: markup, if anybody made any of it. */
export const onThePage = '<img src=x onerror=window.hit=1 data-hit>'

/** A PDF of these objects, the first of which is its root. */
const pdfOf = (objects: readonly string[], more = ''): string => {
  const body = objects.map((object, place) => `${place + 1} 0 obj\n${object}\nendobj\n`).join('')
  return `%PDF-1.7\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more} >>\n%%EOF\n`
}

/** A PDF that runs a script when it is opened, with a link, a form and a page of markup, and behind its end a page of HTML. */
const form = (): string => {
  const drawn = `BT /F1 18 Tf 20 120 Td (${onThePage}) Tj ET 0 0 0 rg 20 20 200 60 re f`
  const script = `<< /S /JavaScript /JS (app.alert\\(1\\);${run}) >>`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} /AcroForm << /Fields [6 0 R] >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /AA << /O ${script} >>
  /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R 7 0 R] >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (${onThePage}) /Rect [20 150 200 180] /AA << /E ${script} >> >>`,
    '<< /Type /Annot /Subtype /Link /Rect [0 0 400 200] /A << /S /URI /URI (https://evil.example/) >> >>',
  ]
  return `${pdfOf(objects)}${page}`
}

const drawn = (what: string): string => `<< /Length ${what.length} >>\nstream\n${what}\nendstream`
const pageOn = (content: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents ${content} /Resources 3 0 R >>`

/** A PDF whose first page is sound; the second one is packed in a way that nobody can unpack, and the third is none. */
const damaged = (): string =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R 6 0 R 8 0 R] /Count 3 >>',
    '<< >>',
    pageOn('5 0 R'),
    drawn('20 20 200 60 re f'),
    pageOn('7 0 R'),
    '<< /Filter /FlateDecode /Length 9 >>\nstream\nUUUUUUUUU\nendstream',
    '42',
  ])

/** A PDF that opens with a password alone. */
const locked = (): string =>
  pdfOf(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', pageOn('4 0 R'), drawn('f')],
    `/ID [<88><88>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'aa'.repeat(32)}> /U <${'bb'.repeat(32)}> >>`,
  )

/** A PDF whose only page shows a drawing ten times, which shows another ten times, and so on: a word stands on it a million million times. */
const endless = (): string => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const shown = level < 11 ? '/X Do '.repeat(10) : 'BT /F 9 Tf (again) Tj ET'
    const used = level < 11 ? `/XObject << /X ${level + 6} 0 R >>` : '/Font << /F 4 0 R >>'
    const head = `/Type /XObject /Subtype /Form /BBox [0 0 400 200] /Resources << ${used} >>`
    return drawn(shown).replace('<< ', `<< ${head} `)
  })
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 17 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...levels,
    drawn('/X Do'),
  ])
}

const file = (name: string, mimeType: string, bytes: string | Uint8Array): HostileFile => ({
  ...{ name, mimeType },
  buffer: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes),
})

/** A PDF that nobody can read to its end. */
export const endlessFile = (): HostileFile => file('endless.pdf', 'application/pdf', endless())

/** Files that a browser would run if it believed their name, their announced type or their bytes. */
export const hostileFiles = (): readonly HostileFile[] => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}" data-hit><script>${run}</script></svg>`
  return [
    file('drawing.svg', 'image/svg+xml', drawing),
    file('drawing.png', 'image/png', drawing),
    file(`"><img src=x onerror=window.hit=1 data-hit>.html`, 'text/html', page),
    file('both.gif', 'text/html', `GIF89a=1;${run};/*${page}*/`),
    file('photo.jpg', 'text/html', concat(photograph(), Buffer.from(page))),
    file('film.mp4', 'text/html', film('vide', Buffer.from(`\0\0\0\x08free`, 'latin1'))),
    file('form.pdf', 'application/pdf', form()),
    file('damaged.pdf', 'application/pdf', damaged()),
    file('locked.pdf', 'application/pdf', locked()),
    file('sound.mp3', 'audio/mpeg', soundBy('<svg/onload=window.hit=1 data-hit>')),
    file('list.txt', 'text/html', hostileTexts.join('\n').replaceAll(/[^\x20-\x7e\n]/g, '')),
  ]
}
