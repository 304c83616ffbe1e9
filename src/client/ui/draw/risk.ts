import { type Drawing, path } from './drawing.ts'

const levels = ['low', 'medium', 'high'] as const

/** The risk as one to three rising bars, those that do not hold left empty. */
export const riskBars = (level: (typeof levels)[number]): Drawing => ({
  className: 'risk-bars',
  viewBox: '0 0 15 14',
  size: [15, 14],
  shapes: ['M0.5 9.5h4v4h-4z', 'M5.5 5h4v8.5h-4z', 'M10.5 0.5h4v13h-4z'].map((bar, index) =>
    path(bar, index <= levels.indexOf(level) ? undefined : 'off'),
  ),
})
