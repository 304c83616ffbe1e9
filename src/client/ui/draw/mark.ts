import { type Drawing, path } from './drawing.ts'

const HALVES = [path('M2 2H13V9H20V15H9V23H16V30H2Z', 'half'), path('M17 3H29V29H20V19H13V18.5H24V5.5H17Z', 'other')]

/** The mark: two halves that interlock. Whole, it says that everything was verified; apart, that something is broken. */
export const mark = (state: 'whole' | 'apart' = 'whole', size: 'full' | 'small' = 'full'): Drawing => ({
  className: ['mark', ...(state === 'apart' ? ['apart'] : []), ...(size === 'small' ? ['s'] : [])].join(' '),
  viewBox: '0 0 32 32',
  shapes: HALVES,
})
