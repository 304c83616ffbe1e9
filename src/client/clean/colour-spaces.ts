/** How light comes of a number from 0 to 1: `(ax + b)^g + e` from d on, below it `cx + f`; in this order g, a to f. */
export type Curve = readonly number[]

/** What the colours of a picture are, in numbers: the lights of red, green and blue in X, Y and Z and parts of 65536, none for greys; and their curves. */
export interface Colours {
  readonly lights: readonly number[]
  readonly curves: readonly ((x: number) => number)[]
}

/** Spaces in which programs work and cameras write, as their makers' profiles have them. */
const LIGHTS: readonly (readonly number[])[] = [
  // sRGB, Display P3, Adobe RGB (1998), Rec. 2020, ProPhoto, eciRGB v2, and what Macs had before.
  [28578, 14581, 912, 25241, 46981, 6362, 9376, 3972, 46799],
  [33759, 15807, -69, 19135, 45367, 2745, 10296, 4363, 51385],
  [39960, 20389, 1276, 13453, 41004, 3989, 9777, 4143, 48796],
  [44136, 18287, -127, 10857, 44259, 1965, 8199, 2990, 52243],
  [52276, 18877, 0, 8860, 46654, 0, 2054, 6, 54061],
  [42616, 20990, 0, 11668, 39456, 4445, 8905, 5090, 49616],
  [29771, 15901, 971, 23155, 44198, 5926, 10264, 5463, 47155],
]
export const ONE = 65_536

const CURVES: readonly Curve[] = [
  // sRGB, Rec. 709 and 2020, L*.
  [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045],
  [1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081],
  [3, 1 / 1.16, 0.16 / 1.16, 0.110_71, 0.08],
  // Powers, as profiles of two bytes write 1.8 and 2.2, and light as it is.
  [461 / 256],
  [563 / 256],
  [1],
]

export const curveOf =
  ([g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0]: Curve) =>
  (x: number): number =>
    x >= d ? Math.max(0, a * x + b) ** g + e : c * x + f

/** Where two spaces are one but for the rounding of their makers, and where one looks much like the other. */
const [SAME, ALIKE] = [0.01, 0.1]

/** Places at which curves are compared, by what eyes see of light. */
const PLACES = Array.from({ length: 33 }, (_, place) => place / 32)
const seen = (light: number): number => Math.sqrt(Math.max(0, light))

const furthest = (one: readonly number[], other: readonly number[]): number =>
  Math.max(0, ...one.map((number, place) => Math.abs(number - (other[place] ?? Number.NaN))))

const nearest = <T>(all: readonly T[], distance: (one: T) => number): readonly [T, number] =>
  all
    .map((one) => [one, distance(one)] as const)
    .reduce((best, next) => (next[1] < best[1] ? next : best), [all[0] as T, Number.POSITIVE_INFINITY])

/** One of the spaces that everybody has, and whether colours are in it but for rounding. */
export interface Space {
  readonly lights: readonly number[]
  readonly curve: Curve
  readonly isSame: boolean
}

/** The space of these colours, or else the one that looks much like it; null where none does. */
export const spaceOf = ({ lights, curves }: Colours): Space | null => {
  const [known, far] = nearest(lights.length === 0 ? [[]] : LIGHTS, (one) => furthest(lights, one) / ONE)
  const seenOf = (curve: (x: number) => number): number[] => PLACES.map((x) => seen(curve(x)))
  const own = curves.map(seenOf)
  const [curve, off] = nearest(CURVES, (one) => {
    const other = seenOf(curveOf(one))
    return Math.max(...own.map((numbers) => furthest(numbers, other)))
  })
  const distance = Math.max(far, off)
  return distance < ALIKE ? { lights: known, curve, isSame: distance < SAME } : null
}
