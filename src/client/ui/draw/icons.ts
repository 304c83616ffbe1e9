import { type Drawing, path, type Shape } from './drawing.ts'

const icon = (d: string, className = 'i'): Drawing => ({ className, viewBox: '0 0 24 24', shapes: [path(d)] })

/** The icons: 24 grid, 2 px stroke, always beside words. The door and the arrow turn with the direction of the page. */
export const icons = {
  exit: icon('M10 4H4v16h6M9 12h11M15 6l6 6-6 6', 'i turn'),
  arrow: icon('M4 12H19M13 5l7 7-7 7', 'i turn'),
  alert: icon('M3 3h18v18H3zM12 7v6M12 15.5v2.5'),
  tick: icon('M4 13l5 5L20 6'),
  print: icon('M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z'),
} as const

const dot = (className: string, shape: Shape): Drawing => ({ className, viewBox: '0 0 24 24', shapes: [shape] })
const disc = (r: number): Shape => ({ tag: 'circle', attributes: { cx: 12, cy: 12, r } })

/** The points of a spine: who acted. Open: still to come; square: the reporter; bar: signed and not to be undone; diamond: an act against somebody. */
export const dots = {
  office: dot('dot', disc(7)),
  open: dot('dot line', disc(6.5)),
  reporter: dot('dot registry', path('M4 4h16v16H4z')),
  signed: dot('dot stamp', path('M2 7h20v10H2z')),
  act: dot('dot madder', path('M12 3l9 9-9 9-9-9z')),
} as const
