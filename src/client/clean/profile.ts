import type { Bytes } from '../../../crypto/wire/index.ts'
import { spaceOf } from './colour-spaces.ts'
import { coloursOf, endOfTable, FORM, nameOf, type Part, partsOf } from './profile-reader.ts'
import { profileOf } from './profile-writer.ts'
import { startsAt } from './texts.ts'
import { type Stretch, type StrippedInPart, trace } from './trace.ts'

/** What a program computes colours by (ICC.1:2022, 9.2); all else tells whose it is, of which screen or printer. */
const NEEDED =
  /^([rgb]XYZ|[rgbk]TRC|A2B[0-3]|B2A[0-3]|D2B[0-3]|B2D[0-3]|wtpt|bkpt|chad|chrm|lumi|gamt|pre[0-2]|cicp|aa[rgb]g)$/

/** In the head: which program, when, for which system and device, who, and the sum of it all. */
const SIGNED = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 56],
  [80, 128],
] as const

/** Texts in several languages say how long the entry of each is, even if there are none. */
const [TEXTS, TEXTS_HEAD] = ['mluc', [0, 0, 0, 0, 0, 0, 0, 12]]

/**
 * A profile of colours as everybody has it: a screen, scanner or printer was measured alone, and by its numbers a device
 * can be known. What nearly is a well-known space becomes that space; what is none, such as colours for print, keeps its
 * numbers, nothing else, and is told. Null where it is not made as it should be.
 */
export const commonProfile = (bytes: Bytes): StrippedInPart | null => {
  const parts = partsOf(bytes)
  if (parts === null) return null
  const told = [trace('device', nameOf(bytes, parts))]
  const space = spaceIn(bytes, parts)
  if (space !== null) return { bytes: profileOf(space), found: space.isSame ? [] : told, remains: [] }
  return { bytes: unsigned(bytes, parts), found: [], remains: told }
}

/**
 * The same in the place of the profile; what it tells. Where there is no room for one that everybody has, the numbers of
 * the device stay, and that is told. Null where it is not made as it should be: then all of it stays.
 */
export const replaceProfile = (bytes: Bytes): Omit<StrippedInPart, 'bytes'> | null => {
  const [parts, common] = [partsOf(bytes), commonProfile(bytes)]
  if (parts === null || common === null) return null
  const { bytes: profile, found, remains } = common
  if (profile.length > bytes.length) {
    bytes.set(unsigned(bytes, parts))
    return { found: [], remains: [...found, ...remains] }
  }
  bytes.fill(0)
  bytes.set(profile)
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, bytes.length)
  return { found, remains }
}

const spaceIn = (bytes: Bytes, parts: readonly Part[]): ReturnType<typeof spaceOf> => {
  const colours = coloursOf(bytes, parts)
  return colours && spaceOf(colours)
}

/** A profile of the same length without who made it, when and for which device: what colours are computed by stays. */
const unsigned = (bytes: Bytes, parts: readonly Part[]): Bytes => {
  const clean = new Uint8Array(bytes.length)
  const stays = [[0, endOfTable(parts.length)] as const, ...parts.map(neededIn)]
  for (const [from, to] of stays) clean.set(bytes.subarray(from, to), from)
  for (const { tag, from, to } of parts)
    if (!NEEDED.test(tag) && startsAt(bytes, from, TEXTS) && from + 2 * FORM <= to && !isNeeded(parts, from + FORM))
      clean.set(TEXTS_HEAD, from + FORM)
  for (const [from, to] of SIGNED) clean.fill(0, from, to)
  return clean
}

/** All of a part, or only in which form it is written: then it says nothing, and can be read. */
const neededIn = ({ tag, from, to }: Part): Stretch => [from, NEEDED.test(tag) ? to : from + FORM]

const isNeeded = (parts: readonly Part[], at: number): boolean =>
  parts.some(({ tag, from, to }) => NEEDED.test(tag) && from <= at && at < to)
