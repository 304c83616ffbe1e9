/** A civil day at the headquarters, `YYYY-MM-DD`. No hours, no time zone: the service supplies today. */
export type Day = string

/** What makes a day a working day: Monday to Friday, and not one of these holidays. */
export interface Calendar {
  readonly holidays: readonly Day[]
}

const millisecondsPerDay = 86_400_000
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists, between 1970-01-01 and 9999-12-31. */
export function isDay(text: string): text is Day {
  const parts = pattern.exec(text)
  if (!parts || text < '1970-01-01') return false
  return dayOf(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / millisecondsPerDay) === text
}

/** Days since 1970-01-01, the form days have in signed bytes (PROTOCOL 1). */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay
}

/** The day that is this many days after 1970-01-01. */
export function dayOf(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Calendar days later; the day itself is not counted, so a limit of n days ends with day n. */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days)
}

/** Months are added at once: 31 January plus one month is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, lastOfMonth))
  return date.toISOString().slice(0, 10)
}

/** Whole calendar days from one day to another; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const weekday = (dayNumber(day) + 4) % 7 // 1970-01-01 was a Thursday; 0 is Sunday
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(day)
}

/** A last day that is not a working day rolls on to the next one that is. */
export function rollOn(day: Day, calendar: Calendar): Day {
  let rolled = day
  while (!isWorkingDay(rolled, calendar)) rolled = addDays(rolled, 1)
  return rolled
}

/** The n-th working day after a day; the day itself is not counted. */
export function addWorkingDays(day: Day, days: number, calendar: Calendar): Day {
  let reached = day
  for (let counted = 0; counted < days; counted += 1) reached = rollOn(addDays(reached, 1), calendar)
  return reached
}
