import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Allowance, inflate } from './inflate.ts'
import { type PdfDictionary, type PdfValue, type Span, wordOf } from './pdf-values.ts'
import { Malformed } from './trace.ts'

/** A stream of a PDF: the number and dictionary of its object, and where its data lie in the file. */
export interface PdfStream extends Span {
  readonly number: string
  readonly dictionary: PdfDictionary
}

/** The lengths that stand in objects of their own, by their number. */
export const lengthsIn = (text: string): ReadonlyMap<string, number> =>
  new Map(
    [...text.matchAll(/\b(\d+)\s+\d+\s+obj\s+(\d+)\s+endobj/g)].map(([, number = '', length]) => [
      number,
      Number(length),
    ]),
  )

/** The stream whose data begin behind a word. @throws Malformed if they do not end */
export const streamAt = (
  text: string,
  behind: number,
  head: Pick<PdfStream, 'number' | 'dictionary'>,
  lengths: ReadonlyMap<string, number>,
): PdfStream => {
  const start = behind + (text.startsWith('\r\n', behind) ? 2 : 1)
  const length = head.dictionary.at.get('Length')
  const told = length?.kind === 'reference' ? lengths.get(length.word) : Number(wordOf(length) || Number.NaN)
  const end = start + (told ?? Number.NaN)
  if (/^\s{0,2}endstream/.test(text.slice(end, end + 12))) return { ...head, start, end }
  const next = text.indexOf('endstream', start)
  if (next < 0) throw new Malformed()
  return { ...head, start, end: next }
}

/** Whether a dictionary says of itself that it is of a type. */
export const isOf = ({ at }: PdfDictionary, type: string): boolean =>
  wordOf(at.get('Type')) === type || wordOf(at.get('Subtype')) === type

const listOf = (value: PdfValue | undefined): readonly PdfValue[] => {
  if (value === undefined) return []
  return value.kind === 'array' ? value.items : [value]
}

/** The names of what a stream went through, in the order in which they are undone; `?` where the name stands elsewhere. */
export const filtersOf = ({ at }: PdfDictionary): string[] =>
  listOf(at.get('Filter')).map((one) => (one.kind === 'name' ? one.word : '?'))

/** Whether what comes out of a stream are differences from row to row, as in tables and pictures, and no text. */
const isPredicted = ({ at }: PdfDictionary): boolean =>
  listOf(at.get('DecodeParms') ?? at.get('DP')).some(
    (one) =>
      one.kind === 'reference' || (one.kind === 'dictionary' && Number(wordOf(one.at.get('Predictor')) || '1') !== 1),
  )

const DEFLATED = ['FlateDecode', 'Fl']
const POINTS = ['CCITTFaxDecode', 'CCF', 'JBIG2Decode']
export const JPEGS = ['DCTDecode', 'DCT']

/** Whether nobody can look into what went through a filter. */
export const isDarkBehind = (filter: string): boolean =>
  filter !== '' && !POINTS.includes(filter) && !JPEGS.includes(filter)

/** Whether nobody can look into a stream that did not unpack: points of a picture and tables of places hold no words. */
export const isDark = (dictionary: PdfDictionary): boolean => {
  const [first = ''] = filtersOf(dictionary)
  const isTable = isOf(dictionary, 'XRef') || isOf(dictionary, 'Image')
  return isDarkBehind(first) && !(isTable && DEFLATED.includes(first) && isPredicted(dictionary))
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
