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

/** The content of a stream that is deflated and nothing else; null for any other. @throws TooLarge */
export const inflated = async (bytes: Bytes, { dictionary, start, end }: PdfStream, allowance: Allowance) => {
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/(?!DecodeParms)|>>|$)/.test(dictionary)) return null
  try {
    return await inflate(withoutTail(bytes.slice(start, end)), 'deflate', allowance)
  } catch (cause) {
    if (cause instanceof TypeError) return null
    throw cause
  }
}

/** A line may end between the data and the word after it. */
const withoutTail = (data: Bytes): Bytes => {
  const end = data.length
  if (data[end - 1] === 0x0a) return data.subarray(0, data[end - 2] === 0x0d ? end - 2 : end - 1)
  return data
}
