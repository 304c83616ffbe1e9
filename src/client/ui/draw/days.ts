import type { Course } from '../../../domain/acts.ts'
import { addMonths, type Day, daysBetween } from '../../../domain/days.ts'
import { type Drawing, label, path, round, type Shape } from './drawing.ts'
import { spread } from './spread.ts'

/** The words in the drawing, in the language of the page. */
export interface DaysWords {
  readonly days: (count: number) => string
  readonly month: (day: Day) => string
}

const WIDTH = 640
const EDGE = 18
const AXIS = 48
/** A row of the drawing for each act, below the axis and its months. */
const ROW = 36
/** Signs are 28 wide; names of months and counts of days need this much. */
const SIGN = 34
const MONTH = 62
const COUNT = 90

/** Dimension lines from the protected activity to each act, as on a plan, over an axis with its months; all to scale. */
export const daysDrawing = ({ from, acts }: Course, words: DaysWords): Drawing => {
  const days = [from, ...acts.map(({ day }) => day)].toSorted()
  const first = days[0] ?? from
  const span = Math.max(1, daysBetween(first, days.at(-1) ?? from))
  const at = (day: Day): number => EDGE + ((WIDTH - 2 * EDGE) * daysBetween(first, day)) / span
  const start = at(from)
  const before = acts.filter(({ since }) => since < 0).length
  const points = acts.map(({ day }) => at(day)).toSpliced(before, 0, start)
  const signs = spread(points, SIGN, EDGE, WIDTH - EDGE)
  const places = signs.toSpliced(before, 1)
  return {
    className: 'days',
    viewBox: `0 0 ${WIDTH} ${AXIS + 28 + ROW * acts.length}`,
    shapes: [
      path(`M0 ${AXIS}H${WIDTH}`, 'k-axis'),
      path(`M${round(start)} ${AXIS}V${AXIS + 24 + ROW * acts.length}`, 'k-drop'),
      ...acts.flatMap((act, index) => dimension(start, at(act.day), index, words.days(Math.abs(act.since)))),
      // Their names stand on the lines, and take the place that they need.
      ...months(first, days.at(-1) ?? from, at, words),
      ...acts.flatMap(({ number, day }, index) => [
        stem(places[index] ?? 0, at(day)),
        path(`M${round(places[index] ?? 0)} 2l16 16-16 16-16-16z`, 'madder'),
        label(String(number), places[index] ?? 0, 23.5, 't-n', 'middle'),
      ]),
      stem(signs[before] ?? start, start),
      path(`M${round((signs[before] ?? start) - 14)} 4h28v28h-28z`, 'registry'),
      label('A', signs[before] ?? start, 23.5, 't-n', 'middle'),
    ],
  }
}

/** From a sign to its place on the axis. */
const stem = (sign: number, place: number): Shape => path(`M${round(sign)} 32L${round(place)} ${AXIS}`, 'k-axis')

const dimension = (start: number, end: number, index: number, words: string): Shape[] => {
  const y = AXIS + 52 + ROW * index
  const [left, right] = start < end ? [start, end] : [end, start]
  const text =
    right - left >= COUNT
      ? label(words, right - 10, y - 8, 't-d', 'end')
      : right + COUNT < WIDTH
        ? label(words, right + 10, y + 6, 't-d')
        : label(words, left - 10, y + 6, 't-d', 'end')
  return [
    path(`M${round(end)} ${AXIS}V${y - 7}`, 'k-drop'),
    path(`M${round(left)} ${y}H${round(right)}M${round(left)} ${y - 7}v14M${round(right)} ${y - 7}v14`, 'k-dim'),
    text,
  ]
}

/** A tick on the first day of a month; in a long time only of every second, third, and so on, so that names have room. */
const months = (first: Day, last: Day, at: (day: Day) => number, words: DaysWords): Shape[] => {
  const begin = addMonths(`${first.slice(0, 7)}-01`, 1)
  const all: Day[] = []
  for (let month = begin; month <= last; month = addMonths(month, 1)) all.push(month)
  const step = Math.max(1, Math.ceil((all.length * MONTH) / WIDTH))
  return all
    .filter((_, index) => index % step === 0)
    .flatMap((month) => [
      path(`M${round(at(month))} ${AXIS}v10`, 'k-tick'),
      ...(at(month) + MONTH < WIDTH ? [label(words.month(month), at(month) + 5, AXIS + 15, 't-m')] : []),
    ])
}
