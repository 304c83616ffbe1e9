import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Chunk, chunksOf, readRiff, riff } from './riff.ts'
import { readable, startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace, type TraceKind, trace } from './trace.ts'

/** What waves are played by: their form, how many there are, and themselves. */
const NEEDED = ['fmt ', 'fact', 'data']

/** Texts of the list INFO. */
const TEXTS: Readonly<Record<string, TraceKind>> = {
  ...{ IART: 'person', ICOP: 'person', IENG: 'person', ITCH: 'person', ICMS: 'person' },
  ...{ ISFT: 'software', ICRD: 'time', INAM: 'words', ICMT: 'words', ISBJ: 'words', IKEY: 'words' },
}

/** What a recorder of broadcasters writes at its places: words, who, which device, and the day and the time. */
const BROADCAST: readonly (readonly [from: number, length: number, kind: TraceKind])[] = [
  [0, 256, 'words'],
  [256, 32, 'person'],
  [288, 32, 'device'],
  [320, 18, 'time'],
]

/** Whether bytes are sound in waves. */
export const isWav = (bytes: Uint8Array): boolean => startsAt(bytes, 0, 'RIFF') && startsAt(bytes, 8, 'WAVE')

/** Waves with nothing beside what they are played by; no sample changes. @throws Malformed */
export const stripWav = (bytes: Bytes): Stripped => {
  const { chunks, more } = readRiff(bytes)
  const kept = chunks.filter(({ type }) => NEEDED.includes(type))
  if (!kept.some(({ type }) => type === 'data')) throw new Malformed()
  return { bytes: riff('WAVE', kept), found: [...chunks.flatMap(tracesOf), ...(more ? [trace('hidden')] : [])] }
}

const tracesOf = ({ type, content }: Chunk): Trace[] => {
  if (NEEDED.includes(type) || content.every((byte) => byte === 0)) return []
  const told = type === 'LIST' ? listed(content) : type === 'bext' ? broadcast(content) : []
  return told.length > 0 ? told : [trace('hidden', type)]
}

const listed = (content: Uint8Array): Trace[] => {
  if (!startsAt(content, 0, 'INFO')) return []
  return [...chunksOf(content, 4)].map((one) => trace(TEXTS[one.type] ?? 'hidden', readable(one.content)))
}

const broadcast = (content: Uint8Array): Trace[] =>
  BROADCAST.map(([from, length, kind]) => trace(kind, readable(content.subarray(from, from + length)))).filter(
    ({ value }) => value !== '',
  )
