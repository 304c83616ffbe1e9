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

/** The numbers of the objects that a dictionary points to, with the name that each stands under. */
export const pointedFrom = (dictionary: string): (readonly [number: string, name: string])[] =>
  [...withoutStrings(dictionary).matchAll(/\/(\w+)([^/]*)/g)].flatMap(([, name = '', rest = '']) =>
    [...rest.matchAll(/\b(\d+)\s+\d+\s+R\b/g)].map(([, number = '']) => [number, name] as const),
  )
