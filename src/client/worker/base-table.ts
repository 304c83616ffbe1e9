/** The field of Ed25519, its curve's constant and its base point: RFC 8032, 5.1. */
const p = 2n ** 255n - 19n
const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n
const baseX = 15112221349535400772501151409588531511454012693041857206046113283949847762202n
const baseY = 46316835694926478169428394003475163141307993866256225615783033603165251855960n

/** The non-negative remainder. */
const mod = (number: bigint): bigint => ((number % p) + p) % p

/** X, Y, Z and T of RFC 8032, 5.1.4: the point is (X/Z, Y/Z), and T/Z its product. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint]

/** The sum of two points, which may be the same: RFC 8032, 5.1.4. */
const sum = ([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point => {
  const a = (y1 - x1) * (y2 - x2)
  const b = (y1 + x1) * (y2 + x2)
  const c = mod(2n * d * t1) * t2
  const zz = 2n * z1 * z2
  const [e, f, g, h] = [mod(b - a), mod(zz - c), mod(zz + c), mod(b + a)]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}

const ROWS = 32
const COLUMNS = 8

/** The multiples 1 to 8 of the base point, then of 256 times that, and so on. */
const multiples = (): Point[] => {
  const points: Point[] = []
  let first: Point = [baseX, baseY, 1n, mod(baseX * baseY)]
  for (let row = 0; row < ROWS; row += 1) {
    let last = first
    for (let column = 0; column < COLUMNS; column += 1) {
      if (column > 0) last = sum(last, first)
      points.push(last)
    }
    // Eight times, doubled five times, is 256 times.
    for (let times = 0; times < 5; times += 1) last = sum(last, last)
    first = last
  }
  return points
}

/** What gives 1 times this number: its power of p − 2. */
const inverse = (number: bigint): bigint => {
  let result = 1n
  let power = number
  for (let rest = p - 2n; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * power)
    power = mod(power * power)
  }
  return result
}

/** Many inverses at the price of one: that of the product of all, from which each number is taken in turn. */
const inverses = (numbers: readonly bigint[]): bigint[] => {
  let product = 1n
  const before = numbers.map((number) => {
    const so = product
    product = mod(product * number)
    return so
  })
  let left = inverse(product)
  return numbers
    .map((number, place) => ({ number, product: before[place] ?? 1n }))
    .reverse()
    .map(({ number, product }) => {
      const found = mod(left * product)
      left = mod(left * number)
      return found
    })
    .reverse()
}

/** How many bits each of the ten limbs of a number holds, the lowest first. */
const WIDTHS = [26, 25, 26, 25, 26, 25, 26, 25, 26, 25]

/** A number as libsodium's 32-bit code holds it: limbs that may be negative, each as small as it can be. */
const limbs = (number: bigint): number[] => {
  let rest = number < 2n ** 254n ? number : number - p
  return WIDTHS.map((width) => {
    const limb = BigInt.asIntN(width, rest)
    rest = (rest - limb) >> BigInt(width)
    return Number(limb)
  })
}

/**
 * The table of multiples of Ed25519's base point that libsodium signs with: 30,720 bytes, of which none can be pressed
 * together and all can be computed. Of each point y + x, y − x and 2dxy.
 */
export const baseTable = (): Uint8Array<ArrayBuffer> => {
  const points = multiples()
  const scales = inverses(points.map(([, , z]) => z))
  const numbers = points.flatMap(([x, y, , t], place) => {
    const scale = scales[place] ?? 1n
    return [y + x, y - x, 2n * d * t].map((number) => mod(mod(number) * scale)).flatMap(limbs)
  })
  const bytes = new DataView(new ArrayBuffer(numbers.length * 4))
  for (const [place, limb] of numbers.entries()) bytes.setInt32(place * 4, limb, true)
  return new Uint8Array(bytes.buffer)
}
