import { fromLatin, latin, toUtf8 } from './texts.ts'
import type { Trace, TraceKind } from './trace.ts'

/** Traces whose value would be in the bytes as it is shown. Times and places are numbers there, and titles belong to the text. */
const SEARCHED: readonly TraceKind[] = ['person', 'device', 'id', 'path']

/** Shorter values stand in any file by chance. */
const SHORTEST = 5

/** What is looked for: values by how they may be written, by their first four bytes and then by their length. */
type Needles = Map<number, Map<number, Map<string, string>>>

/** Four bytes as one number, the latest foremost. */
const SIGNS = 4
const shifted = (start: number, sign: number): number => (start >>> 8) | (sign << 24)
const startOf = (text: string): number =>
  [...text.slice(0, SIGNS)].reduce((start, sign) => shifted(start, sign.charCodeAt(0)), 0)
/** The same number with fewer bits, to pass over most places at once. */
const short = (start: number): number => (start ^ (start >>> 16)) & 0xffff

const entry = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

const needlesOf = (values: Iterable<string>): Needles => {
  const needles: Needles = new Map()
  for (const value of values)
    for (const needle of encodings(value)) {
      const lengths = entry(needles, startOf(needle), () => new Map<number, Map<string, string>>())
      entry(lengths, needle.length, () => new Map<string, string>()).set(needle, value)
    }
  return needles
}

/** The values that stand in some bytes; each byte is walked over once, however much is looked for. */
function* valuesIn(bytes: Uint8Array, needles: Needles): Generator<string> {
  const starts = new Uint8Array(0x10000)
  for (const start of needles.keys()) starts[short(start)] = 1
  let start = 0
  for (let end = 1; end <= bytes.length; end += 1) {
    start = shifted(start, bytes[end - 1] as number)
    if (starts[short(start)] === 0) continue
    const from = Math.max(0, end - SIGNS)
    for (const [length, values] of needles.get(start) ?? []) {
      const value = values.get(latin(bytes.subarray(from, from + length)))
      if (value !== undefined) yield value
    }
  }
}

/** Looks whether what was found before is still anywhere in what a file holds now, in any usual encoding. */
export const stillIn = (found: readonly Trace[], contents: readonly Uint8Array[]): Trace[] => {
  const wanted = found.filter(({ kind, value }) => SEARCHED.includes(kind) && value.length >= SHORTEST)
  if (wanted.length === 0) return []
  const needles = needlesOf(new Set(wanted.map(({ value }) => value)))
  const still = new Set(contents.flatMap((content) => [...new Set(valuesIn(content, needles))]))
  return wanted.filter(({ value }) => still.has(value))
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
