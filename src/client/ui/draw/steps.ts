import { bar, type Drawing, path, round } from './drawing.ts'

const WIDTH = 270

/** The progress line: a tick a step, filled as far as the step that is being answered (counted from 1). */
export const stepsLine = (step: number, of: number): Drawing => {
  const gone = (WIDTH * step) / of
  const tick = (index: number): string => `M${round(Math.min(WIDTH - 0.5, (WIDTH * index) / of))} 3V11`
  return {
    className: 'steps-line',
    viewBox: `0 0 ${WIDTH} 14`,
    stretch: true,
    shapes: [
      path(`M0 7H${WIDTH}`, 'k-axis'),
      path(Array.from({ length: of + 1 }, (_, index) => tick(index)).join(''), 'k-tick'),
      bar('k-gone', 0, 5, gone, 4),
      bar('k-gone', gone - 4, 0, 4, 14),
    ],
  }
}
