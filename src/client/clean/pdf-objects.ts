import type { PdfStream } from './pdf-streams.ts'
import { withoutStrings } from './pdf-strings.ts'

/** One object of a PDF within the text that it stands in. */
interface PdfObject {
  readonly number: string
  readonly start: number
  readonly end: number
}

/** Whether a stream holds objects. */
export const isObjects = ({ dictionary }: PdfStream): boolean => /\/Type\s*\/ObjStm/.test(dictionary)

/** The objects that stand in the clear. */
export const objectsIn = (text: string): PdfObject[] =>
  [...text.matchAll(/\b(\d+)\s+\d+\s+obj\b/g)].flatMap(({ 0: head, 1: number = '', index }) => {
    const start = index + head.length
    const end = text.indexOf('endobj', start)
    return end < 0 ? [] : [{ number, start, end }]
  })

/** The objects in an unpacked stream, by the numbers and places at its head. */
export const packedIn = ({ dictionary }: PdfStream, text: string): PdfObject[] => {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1])
  const numbers = text
    .slice(0, first || 0)
    .trim()
    .split(/\s+/)
  return numbers.flatMap((number, index) => {
    if (index % 2 === 1) return []
    const [start, next] = [first + Number(numbers[index + 1]), numbers[index + 3]]
    return Number.isNaN(start) ? [] : [{ number, start, end: next === undefined ? text.length : first + Number(next) }]
  })
}

/** Further than this no dictionary of a comment reaches, in characters. */
const REACH = 4_000

/** The dictionary in which a place stands, as far as it reaches. */
export const dictionaryAround = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - REACH), at)
  const after = text.slice(at, at + REACH)
  return before.slice(openIn(before)) + after.slice(0, closedIn(after))
}

/** Where the last dictionary begins that is still open at the end of a text. */
const openIn = (text: string): number => {
  let depth = 0
  for (let at = text.length - 2; at >= 0; at -= 1) {
    const pair = text.slice(at, at + 2)
    if (pair === '<<' && depth === 0) return at
    if (pair !== '<<' && pair !== '>>') continue
    depth += pair === '>>' ? 1 : -1
    at -= 1
  }
  return 0
}

/** Where the dictionary ends within which a text begins. */
const closedIn = (text: string): number => {
  let depth = 0
  for (const { 0: pair, index } of text.matchAll(/<<|>>/g)) {
    if (pair === '>>' && depth === 0) return index
    depth += pair === '<<' ? 1 : -1
  }
  return text.length
}

/** The numbers of the objects that a dictionary points to, with the name that each stands under. */
export const pointedFrom = (dictionary: string): (readonly [number: string, name: string])[] =>
  [...withoutStrings(dictionary).matchAll(/\/(\w+)([^/]*)/g)].flatMap(([, name = '', rest = '']) =>
    [...rest.matchAll(/\b(\d+)\s+\d+\s+R\b/g)].map(([, number = '']) => [number, name] as const),
  )
