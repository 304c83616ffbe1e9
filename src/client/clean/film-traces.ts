import { type Box, boxesIn, boxesInMeta } from './boxes.ts'
import { latin, readable, startsAt } from './texts.ts'
import { Malformed, type Trace, type TraceKind, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** What names of properties tell of, whether four signs or Apple's long ones. */
const PROPERTIES: readonly (readonly [name: RegExp, kind: TraceKind])[] = [
  [/^(©xyz|loci)$|location/, 'place'],
  [/^(©mak|©mod|manu|modl)$|\.(make|model)$|camera|lens/, 'device'],
  [/^(©swr|©too|©enc)$|software|encoder/, 'software'],
  [/^(©day|yrrc|date)$|creationdate/, 'time'],
  [/^(©ART|aART|©aut|©wrt|©own|©cpy|©prd|auth|perf|cprt|soar)$|author|artist|copyright/, 'person'],
  [/^(©nam|©cmt|©des|©inf|©key|©alb|titl|dscp|desc|ldes|kywd)$|title|description|comment|keywords/, 'words'],
  [/^(covr|thmb)$/, 'thumbnail'],
]

const kindOf = (name: string): TraceKind => PROPERTIES.find(([pattern]) => pattern.test(name))?.[1] ?? 'hidden'

/** What a box that is about to be erased tells. One that cannot be read tells that there was something. */
export const tracesInBox = (bytes: Uint8Array, box: Box): Trace[] => {
  const content = bytes.subarray(box.start, box.end)
  if (content.every((byte) => byte === 0)) return []
  if (latin(content).includes('<x:xmpmeta')) return [trace('hidden'), ...readXmp(content)]
  try {
    if (box.type === 'udta') return boxesIn(bytes, box.start, box.end).flatMap((one) => propertyIn(bytes, one))
    if (box.type === 'meta') return metaIn(bytes, box)
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause
  }
  return [trace('hidden')]
}

const propertyIn = (bytes: Uint8Array, box: Box): Trace[] => {
  if (box.type === 'meta') return tracesInBox(bytes, box)
  const kind = kindOf(box.type)
  // Not all of them begin with lengths and languages; what is no sign falls away.
  const text = kind === 'thumbnail' || kind === 'hidden' ? '' : readable(textOf(bytes.subarray(box.start, box.end)))
  return [trace(kind, text)]
}

/** A text of QuickTime has its length and language before it, one of 3GPP a version and a language. */
const textOf = (content: Uint8Array): Uint8Array => {
  const length = ((content[0] ?? 0) << 8) | (content[1] ?? 0)
  if (length > 0 && length + 4 <= content.length) return content.subarray(4, 4 + length)
  return startsAt(content, 0, '\0\0\0\0') ? content.subarray(6) : content
}

/** A list of values, by four signs or by numbers into a list of long names. */
const metaIn = (bytes: Uint8Array, meta: Box): Trace[] => {
  const parts = boxesInMeta(bytes, meta)
  const names = parts.filter(({ type }) => type === 'keys').flatMap((keys) => namesIn(bytes, keys))
  const items = parts.filter(({ type }) => type === 'ilst').flatMap((list) => boxesIn(bytes, list.start, list.end))
  if (items.length === 0) return [trace('hidden')]
  return items.map((item) => {
    const [data] = boxesIn(bytes, item.start, item.end)
    const number = [...item.type].reduce((sum, sign) => sum * 256 + sign.charCodeAt(0), 0)
    const kind = kindOf(names[number - 1] ?? item.type)
    const isText = data !== undefined && kind !== 'thumbnail' && kind !== 'hidden'
    return trace(kind, isText ? readable(bytes.subarray(data.start + 8, data.end)) : '')
  })
}

const namesIn = (bytes: Uint8Array, { start, end }: Box): string[] =>
  boxesIn(bytes, start + 8, end).map((name) => latin(bytes.subarray(name.start, name.end)))
