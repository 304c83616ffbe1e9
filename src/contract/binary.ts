import * as v from 'valibot'
import { isDay } from '../domain/days.ts'

/** Base64url without padding in its one canonical form: the unused bits of the last sign are zero. */
const canonical = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/

const encodedLength = (bytes: number) => Math.ceil((bytes * 4) / 3)

/** Exactly this many bytes, as base64url text. */
export function bytes(length: number) {
  const text = encodedLength(length)
  return v.pipe(v.string(), v.length(text), v.regex(canonical))
}

/** At most this many bytes (and at least `least`), as base64url text. */
export function bytesUpTo(most: number, least = 0) {
  return v.pipe(v.string(), v.minLength(encodedLength(least)), v.maxLength(encodedLength(most)), v.regex(canonical))
}

/** The same for long texts, which are not read twice: whoever decodes them refuses what is not canonical. */
export function longBytesUpTo(most: number) {
  return v.pipe(v.string(), v.maxLength(encodedLength(most)))
}

/** A civil day at the headquarters, `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.isoDate(), v.check(isDay))

/** A moment, for officers only: an instant in UTC. Nothing that a reporter does is ever told this finely. */
export const instant = v.pipe(v.string(), v.isoTimestamp())

export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295))

export const hash = bytes(32)
export const publicKey = bytes(32)
export const signature = bytes(64)
export const memberId = bytes(16)
export const token = bytes(16)
