import type { Bytes } from '../../../crypto/wire/index.ts'
import { latin, startsAt } from './texts.ts'
import type { Stretch } from './trace.ts'

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

/** Bytes of the head, of an entry in the table behind it, and of what says in which form a part is written. */
const [HEAD, ENTRY, FORM] = [128, 12, 8]
/** More than any profile has: each is compared with each. */
const MOST_PARTS = 256
/** Texts in several languages say how long the entry of each is, even if there are none. */
const [TEXTS, TEXTS_HEAD] = ['mluc', [0, 0, 0, 0, 0, 0, 0, 12]]

/**
 * Overwrites in a profile of colours who made it, when and for which device: that of a screen tells its number. What
 * colours are computed by stays. False where it is not made as it should be: then all of it stays.
 */
export const unsignProfile = (bytes: Bytes): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD + 4 || !startsAt(bytes, 36, 'acsp')) return false
  const count = view.getUint32(HEAD)
  const table = HEAD + 4 + count * ENTRY
  if (count > MOST_PARTS || table > bytes.length) return false
  const parts = Array.from({ length: count }, (_, place) => {
    const at = HEAD + 4 + place * ENTRY
    const from = view.getUint32(at + 4)
    return { isNeeded: NEEDED.test(latin(bytes.subarray(at, at + 4))), from, to: from + view.getUint32(at + 8) }
  })
  if (parts.some(({ from, to }) => from < table || from + FORM > to || to > bytes.length)) return false
  const clean = new Uint8Array(bytes.length)
  for (const [from, to] of [[0, table] as const, ...parts.map(stays)]) clean.set(bytes.subarray(from, to), from)
  for (const { isNeeded, from, to } of parts)
    if (!isNeeded && startsAt(bytes, from, TEXTS) && from + 2 * FORM <= to && !isPartOf(parts, from + FORM))
      clean.set(TEXTS_HEAD, from + FORM)
  for (const [from, to] of SIGNED) clean.fill(0, from, to)
  bytes.set(clean)
  return true
}

interface Part {
  readonly isNeeded: boolean
  readonly from: number
  readonly to: number
}

/** All of a part, or only in which form it is written: then it says nothing, and can be read. */
const stays = ({ isNeeded, from, to }: Part): Stretch => [from, isNeeded ? to : from + FORM]

const isPartOf = (parts: readonly Part[], at: number): boolean =>
  parts.some(({ isNeeded, from, to }) => isNeeded && from <= at && at < to)
