import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { type Allowance, inflate } from './inflate.ts'
import { isArmour, unarmoured } from './pdf-armour.ts'
import { type PdfDictionary, type PdfValue, type Span, wordOf } from './pdf-values.ts'
import { fromLatin, startsAt } from './texts.ts'
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

/** What a stream went through besides signs that stand for bytes, which a program such as ReportLab puts around the rest. */
const withoutArmour = (dictionary: PdfDictionary): string[] => {
  const filters = filtersOf(dictionary)
  return isArmour(filters[0]) ? filters.slice(1) : filters
}

/** The filter that is still to be undone where a stream was unpacked; empty where there is none. */
export const filterBehind = (dictionary: PdfDictionary): string => withoutArmour(dictionary)[1] ?? ''

/** The content of a stream that is deflated, whatever it is inside; null for any other. @throws TooLarge */
export const inflated = async (
  bytes: Bytes,
  { dictionary, start, end }: PdfStream,
  allowance: Allowance,
): Promise<Bytes | null> => {
  if (isPredicted(dictionary)) return null
  const [[first = ''], [next]] = [filtersOf(dictionary), withoutArmour(dictionary)]
  const data = isArmour(first) ? unarmoured(first, bytes.subarray(start, end)) : bytes.slice(start, end)
  if (data === null || next === undefined) return data
  return DEFLATED.includes(next) ? inflatedAtLast(data, allowance) : null
}

/** Unpacks data however they end; null where they are not deflated. */
const inflatedAtLast = async (whole: Bytes, allowance: Allowance): Promise<Bytes | null> => {
  const { left } = allowance
  for (const [data, format] of endingsOf(whole))
    try {
      return await inflate(data, format, allowance)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      allowance.left = left
    }
  return null
}

/** The two bytes before deflated data, and the most signs that end a line behind them. */
const [DEFLATE_HEAD, LINE_ENDS] = [2, 3]
const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d

/** What deflated data end with that were written so far and never closed, as Acrobat does; and a close of our own. */
const [WRITTEN_SO_FAR, CLOSE] = ['\0\0\xff\xff', '\x03\0']

/**
 * How data may end that must end exactly: as they are, before the end of a line, before zeros, of which up to four are
 * theirs, or without a close.
 */
function* endingsOf(data: Bytes): Generator<[Bytes, 'deflate' | 'deflate-raw']> {
  yield [data, 'deflate']
  let end = data.length
  for (; isLineEnd(data[end - 1]) && data.length - end < LINE_ENDS; end -= 1)
    yield [data.subarray(0, end - 1), 'deflate']
  const last = data.findLastIndex((byte) => byte !== 0) + 1
  for (let zeros = 0; zeros <= 4 && last + zeros < data.length; zeros += 1)
    yield [data.subarray(0, last + zeros), 'deflate']
  if (startsAt(data, end - WRITTEN_SO_FAR.length, WRITTEN_SO_FAR))
    yield [concat(data.subarray(DEFLATE_HEAD, end), fromLatin(CLOSE)), 'deflate-raw']
}
