import { deflateSync } from 'node:zlib'
import type { Bytes } from '../../../crypto/wire/index.ts'

/** Signs of one byte each. */
export const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))

/** A stream as an object of a PDF, packed or as it is. */
export const stream = (head: string, data: string, packed = false): string => {
  const body = packed ? deflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data
  const filter = packed ? ' /Filter /FlateDecode' : ''
  return `<< ${head}${filter} /Length ${body.length} >>\nstream\n${body}\nendstream`
}

/** What is drawn on the one page of these PDFs. */
export const drawn = 'The contract was split in three.'

interface Parts {
  /** Entries of the catalogue, of the page and of the trailer. */
  readonly catalog?: string
  readonly page?: string
  readonly trailer?: string
  /** Objects from number 10 on. */
  readonly objects?: readonly string[]
  /** What stands behind the line that says that it is a PDF, and behind its end. */
  readonly head?: string
  readonly behind?: string
}

/** A PDF of one page, with its tables. */
export const pdfWith = ({
  catalog = '',
  page = '',
  trailer = '',
  objects = [],
  head = '',
  behind = '',
}: Parts): Bytes => {
  const all = new Map([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources 5 0 R ${page} >>`],
    [4, stream('', `BT /F1 12 Tf 20 100 Td (${drawn}) Tj ET`, true)],
    [5, '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'],
    ...objects.map((object, place) => [place + 10, object] as const),
  ])
  let body = `%PDF-1.7\n${head}`
  const rows = ['0000000000 65535 f \n']
  for (let number = 1; number < objects.length + 10; number += 1) {
    const object = all.get(number)
    rows.push(object === undefined ? (rows[0] ?? '') : `${String(body.length).padStart(10, '0')} 00000 n \n`)
    if (object !== undefined) body += `${number} 0 obj\n${object}\nendobj\n`
  }
  const tables = `xref\n0 ${rows.length}\n${rows.join('')}trailer\n<< /Size ${rows.length} /Root 1 0 R ${trailer} >>\n`
  return signs(`${body}${tables}startxref\n${body.length}\n%%EOF\n${behind}`)
}
