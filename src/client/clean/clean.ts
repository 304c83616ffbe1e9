import type { Bytes } from '../../../crypto/wire/index.ts'
import type { Outcome } from '../../domain/cleaning.ts'
import { isBmp, stripBmp } from './bmp.ts'
import { isFilm, stripFilm } from './film.ts'
import { isFlac, stripFlac } from './flac.ts'
import { isFrames, stripFrames } from './frames.ts'
import { isHeif, stripHeif } from './heif.ts'
import { imageFormat, stripImage, tracesLeft } from './images.ts'
import { type Allowance, TooLarge } from './inflate.ts'
import { isMp3, stripMp3 } from './mp3.ts'
import { contentsInside, stripOffice } from './office.ts'
import { isDocument } from './office-plan.ts'
import { isOgg, stripOgg } from './ogg.ts'
import { isPdf, stripPdf } from './pdf.ts'
import { readPdf } from './pdf-objects.ts'
import { inflated } from './pdf-streams.ts'
import { stillIn } from './search.ts'
import { fromStrictUtf8, latin, startsAt } from './texts.ts'
import { isTiff, stripTiff } from './tiff.ts'
import {
  distinctTraces,
  Locked,
  Malformed,
  type Stripped,
  type StrippedInPart,
  type Trace,
  trace,
  Unknown,
} from './trace.ts'
import { isWav, stripWav } from './wav.ts'
import { isWebm, stripWebm } from './webm.ts'
import { readZip, unpack } from './zip.ts'

/** A file that was looked at. */
export interface Cleaned {
  readonly outcome: Outcome
  /** The file without its traces; null where it goes as it is. */
  readonly bytes: Bytes | null
  /** What was taken out. */
  readonly removed: readonly Trace[]
  /** What is still in it. */
  readonly remains: readonly Trace[]
}

/** Files up to this size are looked at, in bytes: they are held in memory, more than once. */
export const CLEANED_SIZE = 64 * 2 ** 20

/** What may come out of everything packed in one file, in bytes; a hundred pages of pictures stay below. */
const UNPACKED = 256 * 2 ** 20

const untouched = (outcome: Outcome): Cleaned => ({ outcome, bytes: null, removed: [], remains: [] })

/** What each kind of error says about a file. */
const FAILURES = [
  [TooLarge, 'large'],
  [Locked, 'locked'],
  [Unknown, 'unknown'],
  [Malformed, 'broken'],
  [TypeError, 'broken'],
  [RangeError, 'broken'],
] as const

/**
 * Takes the traces out of a file, and looks again whether they are gone. What a file is, its bytes say, never its name.
 * @param unpacked the most that may come out of everything packed in it, in bytes
 */
export const clean = async (bytes: Bytes, unpacked = UNPACKED): Promise<Cleaned> => {
  try {
    return await cleanedFile(bytes, unpacked)
  } catch (cause) {
    const [, outcome] = FAILURES.find(([type]) => cause instanceof type) ?? []
    if (outcome === undefined) throw cause
    return untouched(outcome)
  }
}

const cleanedFile = async (bytes: Bytes, unpacked: number): Promise<Cleaned> => {
  const stripped = await strip(bytes, { left: unpacked })
  if (stripped === null) return isText(bytes) ? ofText(fromStrictUtf8(bytes)) : untouched('unknown')
  const found = distinctTraces(stripped.found)
  const still = stillIn(found, await contentsOf(stripped.bytes, { left: unpacked }))
  return {
    outcome: 'cleaned',
    bytes: stripped.bytes,
    removed: found.filter((one) => !still.includes(one)),
    remains: distinctTraces([...stripped.remains, ...still]),
  }
}

/** Pictures, films and sounds, each with how its traces are taken out; null where it is of a kind that nobody knows. */
const MEDIA: readonly (readonly [
  is: (bytes: Uint8Array) => boolean,
  strip: (bytes: Bytes) => (Stripped & Partial<StrippedInPart>) | null,
])[] = [
  [isHeif, stripHeif],
  [isFilm, stripFilm],
  [isTiff, stripTiff],
  [isBmp, stripBmp],
  [isMp3, stripMp3],
  [isWebm, stripWebm],
  [isWav, stripWav],
  [isFlac, stripFlac],
  [isOgg, stripOgg],
  [isFrames, stripFrames],
]

const whole = (stripped: (Stripped & Partial<StrippedInPart>) | null): StrippedInPart | null =>
  stripped && { remains: [], ...stripped }

/** A document of Office with a password lies whole in a file of the old kind, under this name. */
const LOCKED = [...'EncryptedPackage'].join('\0')
const isLockedOffice = (bytes: Bytes): boolean =>
  startsAt(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') && latin(bytes).includes(LOCKED)

const strip = async (bytes: Bytes, allowance: Allowance): Promise<StrippedInPart | null> => {
  const image = imageFormat(bytes)
  if (image !== null) {
    const picture = await stripImage(image, bytes)
    return { ...picture, remains: [...picture.remains, ...(await tracesLeft(image, bytes))] }
  }
  const medium = MEDIA.find(([is]) => is(bytes))
  if (medium !== undefined) return whole(medium[1](bytes))
  if (isPdf(bytes)) return stripPdf(bytes, allowance)
  if (isLockedOffice(bytes)) throw new Locked()
  if (!startsAt(bytes, 0, 'PK\x03\x04')) return null
  const files = readZip(bytes)
  return isDocument(files.map(({ name }) => name)) ? stripOffice(files, allowance) : null
}

/** Everything in which a trace could still stand: the bytes themselves and what is packed in them. */
const contentsOf = async (bytes: Bytes, allowance: Allowance): Promise<Uint8Array[]> => {
  const contents: Uint8Array[] = [bytes]
  if (startsAt(bytes, 0, 'PK'))
    for (const part of readZip(bytes)) {
      const content = await unpack(part, allowance)
      contents.push(content, ...(await contentsInside(content, allowance)))
    }
  else if (isPdf(bytes))
    for (const stream of readPdf(latin(bytes), allowance).streams) {
      const content = await inflated(bytes, stream, allowance)
      if (content !== null) contents.push(content)
    }
  return contents
}

/** What begins something that is only written like a text: pages, scripts, letters with their way through the world. */
const NO_TEXT = /^\s*(?:<|%!|\{\\rtf|(?:From|Received|Return-Path|Delivered-To)\b)/

/** A saved mail has its way through the world in lines such as `Date: …` before its words, in any order. */
const MAIL = /^(?:Message-ID|From|To|Received|Return-Path|Delivered-To|Date|MIME-Version|X-[\w-]+|DKIM-Signature):/im
const HEADER = /^[A-Za-z][\w-]*:/gm

const isMail = (text: string): boolean => {
  const [head = ''] = text.trimStart().split(/\r?\n\s*\n/, 1)
  return /^[A-Za-z][\w-]*:/.test(head) && (head.match(HEADER)?.length ?? 0) > 1 && MAIL.test(head)
}

/** Signs without width that no script needs there: a text can be marked with them for one reader. */
const HIDDEN_SIGNS = /[\u200b\u2060-\u2064\u{e0000}-\u{e007f}]|[\s\S]\ufeff|[\u200c-\u200f]{2}|\w[\u200c\u200d]\w/u

const ofText = (text: string): Cleaned =>
  HIDDEN_SIGNS.test(text) ? { ...untouched('cleaned'), remains: [trace('hidden')] } : untouched('plain')

const isText = (bytes: Bytes): boolean => {
  if (bytes.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d))) return false
  try {
    const text = fromStrictUtf8(bytes)
    return !NO_TEXT.test(text) && !isMail(text)
  } catch {
    return false
  }
}
