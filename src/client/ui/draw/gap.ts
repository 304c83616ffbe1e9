import { type Drawing, path } from './drawing.ts'

const LEAST = 24
const MOST = 160

/** How high the gap of so many days is drawn in a list: to scale with the longest one, and never too low to be seen. */
export const gapHeight = (days: number, longest: number): number =>
  Math.round(LEAST + Math.min(0.6, (MOST - LEAST) / Math.max(longest, 1)) * days)

/** The upright dimension line between two points of a list. */
export const gapLine = (days: number, longest: number): Drawing => {
  const height = gapHeight(days, longest)
  return {
    className: 'gap',
    viewBox: `0 0 24 ${height}`,
    size: [24, height],
    shapes: [path(`M6 1H18M12 1V${height - 1}M6 ${height - 1}H18`, 'k-dim')],
  }
}
