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
  const body = objects.map((object, place) => `${place + 1} 0 obj\n${object}\nendobj\n`).join('')
  return `%PDF-1.7\n${body}trailer\n<< /Size 8 /Root 1 0 R >>\n%%EOF\n${page}`
}

/** Files that a browser would run if it believed their name, their announced type or their bytes. */
export const hostileFiles = (): readonly HostileFile[] => {
  const file = (name: string, mimeType: string, bytes: string | Uint8Array): HostileFile => ({
    ...{ name, mimeType },
    buffer: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes),
  })
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}" data-hit><script>${run}</script></svg>`
  return [
    file('drawing.svg', 'image/svg+xml', drawing),
    file('drawing.png', 'image/png', drawing),
    file(`"><img src=x onerror=window.hit=1 data-hit>.html`, 'text/html', page),
    file('both.gif', 'text/html', `GIF89a=1;${run};/*${page}*/`),
    file('photo.jpg', 'text/html', concat(photograph(), Buffer.from(page))),
    file('film.mp4', 'text/html', film('vide', Buffer.from(`\0\0\0\x08free`, 'latin1'))),
    file('form.pdf', 'application/pdf', form()),
    file('sound.mp3', 'audio/mpeg', soundBy('<svg/onload=window.hit=1 data-hit>')),
    file('list.txt', 'text/html', hostileTexts.join('\n').replaceAll(/[^\x20-\x7e\n]/g, '')),
  ]
}
