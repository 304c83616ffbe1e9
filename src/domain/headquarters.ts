import type { Calendar } from './days.ts'
import { holidays } from './packs/in-use-days.ts'

/**
 * The working days of the headquarters, by the rules in use. A request keeps the calendar of the rules that it began
 * under (`Rules.calendar`); by this one reports are counted and the first schedule of every case, and mail leaves.
 */
export const headquarters: Calendar = { holidays: holidays.map(({ id }) => id) }
