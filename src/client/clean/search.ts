import { fromLatin, latin, toUtf8 } from './texts.ts'
import type { Trace, TraceKind } from './trace.ts'

/** Traces whose value would be in the bytes as it is shown. Times and places are numbers there, and titles belong to the text. */
const SEARCHED: readonly TraceKind[] = ['person', 'device', 'id', 'path']

/** Shorter values stand in any file by chance. */
const SHORTEST = 5

/** Looks whether what was found before is still anywhere in what a file holds now, in any usual encoding. */
export const stillIn = (found: readonly Trace[], contents: readonly Uint8Array[]): Trace[] => {
  const wanted = found.filter(({ kind, value }) => SEARCHED.includes(kind) && value.length >= SHORTEST)
  if (wanted.length === 0) return []
  const texts = contents.map(latin)
  return wanted.filter(({ value }) => encodings(value).some((needle) => texts.some((text) => text.includes(needle))))
}

/** The value as it may be written: UTF-8, XML's names for its signs, and both kinds of UTF-16. */
const encodings = (value: string): string[] => {
  const units = [...value].flatMap((sign) => [...sign].map((part) => part.charCodeAt(0)))
  const little = units.map((unit) => String.fromCharCode(unit & 0xff, unit >> 8)).join('')
  const big = units.map((unit) => String.fromCharCode(unit >> 8, unit & 0xff)).join('')
  const named = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return [latin(toUtf8(value)), latin(toUtf8(named)), little, big, ...(isLatin(value) ? [value] : [])]
}

const isLatin = (value: string): boolean => latin(fromLatin(value)) === value
