import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Allowance, inflate } from './inflate.ts'

/** A stream of a PDF: the dictionary before it, and where its data lie in the file. */
export interface PdfStream {
  readonly dictionary: string
  readonly start: number
  readonly end: number
}

/** A dictionary longer than this is none of those that are looked for. */
const DICTIONARY = 8_000

/** All streams of a PDF, found by their words and not by its tables, so that what earlier versions left is there too. */
export const streamsOf = (text: string): PdfStream[] => {
  const found: PdfStream[] = []
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    const start = at + (text.startsWith('\r\n', at + 6) ? 8 : 7)
    const object = text.lastIndexOf('obj', at)
    const isStream = text[start - 1] === '\n' && !text.startsWith('end', at - 3)
    if (!isStream || object < 0 || at - object > DICTIONARY) continue
    const end = endOf(text, text.slice(object + 3, at), start)
    if (end < 0) break
    found.push({ dictionary: text.slice(object + 3, at), start, end })
    at = end
  }
  return found
}

/** Where the data end: by their length if it is right, else before the next word that ends a stream. */
const endOf = (text: string, dictionary: string, start: number): number => {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1]
  const end = start + Number(length)
  if (length !== undefined && /^\s{0,2}endstream/.test(text.slice(end, end + 12))) return end
  return text.indexOf('endstream', start)
}

/** The names of what a stream went through, in the order in which they are undone; `?` where the name stands elsewhere. */
export const filtersOf = (dictionary: string): string[] => {
  const [, list] = /\/Filter\b\s*(\[[^\]]*\]|\/\w+)?/.exec(dictionary) ?? [null, '']
  return list === undefined ? ['?'] : (list.match(/\w+/g) ?? [])
}

/** Whether what comes out of a stream are differences from row to row, as in tables and pictures, and no text. */
const isPredicted = (dictionary: string): boolean =>
  /\/Predictor\s+(?!1\b)\d|\/(?:DecodeParms|DP)\s*\[?\s*\d/.test(dictionary)

const DEFLATED = ['FlateDecode', 'Fl']
const POINTS = ['CCITTFaxDecode', 'CCF', 'JBIG2Decode']
export const JPEGS = ['DCTDecode', 'DCT']

/** Whether nobody can look into a stream that did not unpack: points of a picture and tables of places hold no words. */
export const isDark = (dictionary: string): boolean => {
  const [first = ''] = filtersOf(dictionary)
  if (first === '' || POINTS.includes(first) || JPEGS.includes(first)) return false
  const isTable = /\/Type\s*\/XRef\b|\/Subtype\s*\/Image\b/.test(dictionary)
  return !(isTable && DEFLATED.includes(first) && isPredicted(dictionary))
}

/** The content of a stream that is deflated, whatever it is inside; null for any other. @throws TooLarge */
export const inflated = async (
  bytes: Bytes,
  { dictionary, start, end }: PdfStream,
  allowance: Allowance,
): Promise<Bytes | null> => {
  if (!DEFLATED.includes(filtersOf(dictionary)[0] ?? '') || isPredicted(dictionary)) return null
  const { left } = allowance
  for (const data of endingsOf(bytes.slice(start, end)))
    try {
      return await inflate(data, 'deflate', allowance)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      allowance.left = left
    }
  return null
}

/** Where data may end that must end exactly: as they are, before the end of a line, or before zeros, of which up to four are theirs. */
function* endingsOf(data: Bytes): Generator<Bytes> {
  yield data
  const end = data.length
  if (data[end - 1] === 0x0a) yield data.subarray(0, data[end - 2] === 0x0d ? end - 2 : end - 1)
  const last = data.findLastIndex((byte) => byte !== 0) + 1
  for (let zeros = 0; zeros <= 4 && last + zeros < end; zeros += 1) yield data.subarray(0, last + zeros)
}
