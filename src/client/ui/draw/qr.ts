import encode from 'qr'
import { type Drawing, path } from './drawing.ts'

/** Modules around a code that stay light (ISO/IEC 18004). */
const QUIET = 4

/** The QR code of a text, with a quarter of it to spare for scratches (level Q): dark modules as one path, a unit each. */
export const qrCode = (text: string): Drawing => {
  const rows = encode(text, 'raw', { ecc: 'quartile', border: QUIET })
  const runs = rows.flatMap((row, y) => [...runsIn(row)].map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return { className: 'qr', viewBox: `0 0 ${rows.length} ${rows.length}`, shapes: [path(runs.join(''))] }
}

/** Where dark modules begin in a row, and how many follow each other. */
function* runsIn(row: readonly boolean[]): Generator<readonly [x: number, length: number]> {
  for (let x = 0; x < row.length; x++) {
    const begun = x
    while (row[x]) x++
    if (x > begun) yield [begun, x - begun]
  }
}
