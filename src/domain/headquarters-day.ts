import { type Day, dayNumber } from './days.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

const minute = 60_000
let latest = { timeZone: '', minute: -1, day: '' }

/**
 * The civil day in a time zone at a moment given in milliseconds since 1970. Days change at whole minutes everywhere, so
 * one answer serves every request of a minute.
 */
export function civilDay(milliseconds: number, timeZone: string): Day {
  const now = Math.floor(milliseconds / minute)
  if (latest.minute !== now || latest.timeZone !== timeZone) {
    latest = { timeZone, minute: now, day: formatted(milliseconds, timeZone) }
  }
  return latest.day
}

function formatted(milliseconds: number, timeZone: string): Day {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** The same as days since 1970, the form of signed bytes and of the tables. */
export const civilDayNumber = (milliseconds: number, timeZone: string): number =>
  dayNumber(civilDay(milliseconds, timeZone))
