import { type Day, daysBetween } from '../../../domain/days.ts'
import { bar, type Drawing, path, round, type Shape } from '../../ui/draw/drawing.ts'

/** The scale of the strip: days from today, and where they stand. Near days get more room than far ones. */
const scale = [
  [-6, 0],
  [0, 60],
  [7, 144],
  [30, 206],
  [120, 268],
] as const
const TODAY = 60
const HEIGHT = 38

/** Where a day stands on the strip, in its own units; what is beyond either end stands at the end. */
export const placeOf = (days: number): number => {
  const clamped = Math.min(120, Math.max(-6, days))
  const upper = scale.findIndex(([day]) => clamped <= day)
  const [toDay, toPlace] = scale[Math.max(1, upper)] ?? [120, 268]
  const [fromDay, fromPlace] = scale[Math.max(1, upper) - 1] ?? [-6, 0]
  return round(fromPlace + ((clamped - fromDay) / (toDay - fromDay)) * (toPlace - fromPlace))
}

/** The marks of the scale, for the head of the column. */
export const scaleMarks = [7, 30, 120].map((days) => ({ days, place: placeOf(days) }))

const today = path(`M${TODAY} 0V${HEIGHT}`, 'k-today')
const grid = path(scaleMarks.map(({ place }) => `M${place} 0V${HEIGHT}`).join(''), 'k-grid')
const frame = { className: 'strip-line', viewBox: `0 0 280 ${HEIGHT}`, stretch: true } as const

/** One line through all rows for today, a bar to the last day; late is to the left of it. */
export const strip = (due: Day | null, now: Day): Drawing => ({
  ...frame,
  shapes: [grid, ...(due === null ? [] : span(daysBetween(now, due))), today],
})

/** The same line through a row that names a group. */
export const emptyStrip: Drawing = { ...frame, shapes: [today] }

const span = (left: number): Shape[] => {
  const place = placeOf(left)
  const end = path(`M${place} 10V28`, 'k-end')
  if (left < 0) return [bar('k-late', place, 12, TODAY - place, 14), end]
  return [bar(left <= 3 ? 'k-soon' : 'k-left', TODAY, 14.5, Math.max(7, place - TODAY), 9), end]
}
