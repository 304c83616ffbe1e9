import { bar, type Drawing, path } from './drawing.ts'

/** About this wide in all; a whole number for each step keeps the pages that hold many of them small. */
const WIDTH = 270

/** The progress line: a tick a step, filled as far as the step that is being answered (counted from 1). */
export const stepsLine = (step: number, of: number): Drawing => {
  const one = Math.round(WIDTH / of)
  const width = one * of
  return {
    className: 'steps-line',
    viewBox: `0 0 ${width} 14`,
    stretch: true,
    shapes: [
      path(`M0 7H${width}`, 'k-axis'),
      path(Array.from({ length: of + 1 }, (_, index) => `M${index * one} 3V11`).join(''), 'k-tick'),
      bar('k-gone', 0, 5, one * step, 4),
      bar('k-gone', one * step - 4, 0, 4, 14),
    ],
  }
}
