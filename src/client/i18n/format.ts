import { keep } from './keep.ts'
import type { Language } from './languages.ts'

/**
 * How a day is written: 'full' with weekday and year, 'long' with the year, 'short' without, 'week' with the weekday
 * only, 'brief' as that in as few letters as a table has room for, 'month' as the name of its month alone.
 */
export type DayStyle = 'full' | 'long' | 'short' | 'week' | 'brief' | 'month'

const DAY_STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  week: { weekday: 'long', day: 'numeric', month: 'long' },
  brief: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'short' },
}

const isDayStyle = (style: string): style is DayStyle => style in DAY_STYLES

/**
 * Writes a civil day of the headquarters, 'YYYY-MM-DD', in words. It is a date and no moment, so no time zone can shift
 * it. A text that is no day comes back as it is: it may stand in a record that others wrote.
 */
export const formatDay = (language: Language, day: string, style = 'long'): string => {
  const moment = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  if (moment === undefined || Number.isNaN(moment.getTime())) return day
  return dayFormats[isDayStyle(style) ? style : 'long'](language.locale).format(moment)
}

const dayFormat = (style: DayStyle) =>
  keep((locale) => new Intl.DateTimeFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }))

const dayFormats: Readonly<Record<DayStyle, ReturnType<typeof dayFormat>>> = {
  full: dayFormat('full'),
  long: dayFormat('long'),
  short: dayFormat('short'),
  week: dayFormat('week'),
  brief: dayFormat('brief'),
  month: dayFormat('month'),
}

const numberFormat = keep((locale) => new Intl.NumberFormat(locale))

/** Writes a number with the language's digits and separators. */
export const formatNumber = (language: Language, value: number): string => numberFormat(language.locale).format(value)

/** Joins words with commas and the language's "and". */
export const formatList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(language.locale, { type: 'conjunction' }).format(items)
