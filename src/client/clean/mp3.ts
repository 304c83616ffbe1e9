import type { Bytes } from '../../../crypto/wire/index.ts'
import { isAllFrames, mpegFrame } from './frames.ts'
import { latin, readable, startsAt } from './texts.ts'
import { Malformed, type StrippedInPart, type Trace, type TraceKind, trace } from './trace.ts'

/** What the frames of an ID3 tag tell of; others are called hidden. */
const FRAMES: readonly (readonly [name: RegExp, kind: TraceKind])[] = [
  [/^(TPE\d|TCOM|TEXT|TOLY|TOPE|TOWN|TENC|TCOP|TPUB|TIPL|TMCL|IPLS)$/, 'person'],
  [/^(TSSE)$/, 'software'],
  [/^(TYER|TDAT|TIME|TD\w\w|TORY)$/, 'time'],
  [/^(TIT\d|TALB|COMM|USLT|TCON|TXXX|TSST)$/, 'words'],
  [/^(TOFN)$/, 'path'],
  [/^(UFID|TSRC)$/, 'id'],
  [/^(APIC)$/, 'thumbnail'],
  [/^(GEOB)$/, 'attachment'],
]

/** Whether bytes are MPEG sound, with a tag before it or without. */
export const isMp3 = (bytes: Uint8Array): boolean => startsAt(bytes, 0, 'ID3') || mpegFrame(bytes, 0) > 0

/** MPEG sound without the tags before and behind it; no sample changes. @throws Malformed */
export const stripMp3 = (bytes: Bytes): StrippedInPart => {
  const found: Trace[] = []
  let [from, to] = [0, bytes.length]
  while (startsAt(bytes, from, 'ID3')) {
    const end = from + 10 + sevenBits(bytes, from + 6)
    if (end > to) throw new Malformed()
    found.push(trace('hidden'), ...framesIn(bytes, from, end))
    from = end
  }
  for (let tail = tailOf(bytes, from, to); tail < to; tail = tailOf(bytes, from, to)) {
    found.push(...(startsAt(bytes, tail, 'TAG') ? oldTag(bytes.subarray(tail, to)) : [trace('hidden')]))
    to = tail
  }
  if (bytes[from] !== 0xff || from >= to) throw new Malformed()
  const sound = bytes.slice(from, to)
  // Sounds that were put together keep the tags of each, and programs write more behind than is known here.
  const text = latin(sound)
  const isTagged = ['ID3\x02\0', 'ID3\x03\0', 'ID3\x04\0'].some((tag) => text.includes(tag))
  const remains = isTagged ? [trace('hidden', 'ID3')] : isAllFrames(sound) ? [] : [trace('hidden')]
  return { bytes: sound, found, remains }
}

/** Where a tag behind the sound begins: the old one of 128 bytes, the words of a song, or that of APE, whose foot says how long it is. */
const tailOf = (bytes: Bytes, from: number, to: number): number => {
  if (to - 128 >= from && startsAt(bytes, to - 128, 'TAG')) return to - 128
  if (['LYRICS200', 'LYRICSEND'].some((foot) => to - 9 >= from && startsAt(bytes, to - 9, foot))) {
    const begin = latin(bytes.subarray(from, to)).lastIndexOf('LYRICSBEGIN')
    if (begin < 0) throw new Malformed()
    return from + begin
  }
  if (to - 32 < from || !startsAt(bytes, to - 32, 'APETAGEX')) return to
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(to - 20, true)
  const head = startsAt(bytes, to - size - 32, 'APETAGEX') ? 32 : 0
  if (size < 32 || to - size - head < from) throw new Malformed()
  return to - size - head
}

const sevenBits = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, place) => sum * 128 + ((bytes[at + place] ?? 0) & 0x7f), 0)

/** The frames of ID3 2.3 and 2.4; older ones fall unread. */
const framesIn = (bytes: Bytes, from: number, end: number): Trace[] => {
  const [version = 0, , flags = 0] = bytes.subarray(from + 3, from + 6)
  if (version < 3 || flags & 0x40) return []
  const found: Trace[] = []
  for (let at = from + 10; at + 10 < end && bytes[at] !== 0; ) {
    const name = latin(bytes.subarray(at, at + 4))
    const size =
      version === 4 ? sevenBits(bytes, at + 4) : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 4)
    const kind = FRAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'hidden'
    const isText = name.startsWith('T') || name === 'COMM'
    found.push(trace(kind, isText ? frameText(bytes.subarray(at + 10, Math.min(end, at + 10 + size)), name) : ''))
    at += 10 + size
  }
  return found
}

/** The first byte says how the text is written; a comment has its language and a title before it. */
const frameText = (content: Uint8Array, name: string): string => {
  const text = content.subarray(name === 'COMM' ? 4 : 1)
  const form = content[0]
  if (form === 1 || form === 2)
    return new TextDecoder(form === 1 && text[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(text)
  return readable(text.map((byte) => byte || 0x20))
}

/** The oldest tag: title, artist, album, year and comment, each in its place. */
const oldTag = (tag: Uint8Array): Trace[] => {
  const at = (from: number, length: number): string => readable(tag.subarray(from, from + length))
  const told = [
    trace('words', at(3, 30)),
    trace('person', at(33, 30)),
    trace('words', at(63, 30)),
    trace('time', at(93, 4)),
    trace('words', at(97, 28)),
  ].filter(({ value }) => value !== '')
  return told.length > 0 ? told : [trace('hidden')]
}
