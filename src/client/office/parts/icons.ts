import { type Drawing, path } from '../../ui/draw/drawing.ts'

const icon = (d: string, className = 'i'): Drawing => ({ className, viewBox: '0 0 24 24', shapes: [path(d)] })

/** The signs of the story of a case: what was said, noted for the office, signed, or changed about who reads. */
export const signs = {
  letter: icon('M3 5h18v14H3zM3 6l9 7 9-7'),
  note: icon('M5 3h14v18H5zM8 8h8M8 12h8M8 16h5'),
  stamp: icon('M3 8h18v9H3zM6 21h12', 'i stamp'),
  people: icon('M9 4h6v6H9zM4 20v-6h16v6'),
  turn: icon('M4 12h15M13 6l6 6-6 6', 'i turn'),
} as const
