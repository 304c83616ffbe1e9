import { type Drawing, edge, path, round } from './drawing.ts'

/** Steps of the office's cut and of a case's cut, and the heights a step can have. */
const OFFICE_STEPS = 20
const CASE_STEPS = 12
const HEIGHTS = 4

/** The heights (0 to 3) of the steps of a cut, from the first bytes of a hash. Nothing is proven by them: they help to recognise. */
const levelsOf = (bytes: Uint8Array, steps: number): number[] =>
  Array.from({ length: steps }, (_, index) => (bytes[index] ?? 0) % HEIGHTS)

/** The stepped line across a width, its levels spread evenly between two heights. */
const cutLine = (levels: readonly number[], width: number, top: number, bottom: number): string => {
  const y = (level: number): number => round(top + ((bottom - top) * level) / (HEIGHTS - 1))
  const x = (index: number): number => round((width * index) / levels.length)
  const steps = levels.map((level, index) => `${index === 0 ? `M0 ${y(level)}` : `V${y(level)}`}H${x(index + 1)}`)
  return steps.join('')
}

/**
 * The lower edge of a page's head, cut from the office's fingerprint.
 * @param fingerprint at least 20 bytes; without them (no script, no office yet) the line is straight
 */
export const officeCut = (fingerprint?: Uint8Array): Drawing => {
  const levels = fingerprint === undefined ? [HEIGHTS / 2] : levelsOf(fingerprint, OFFICE_STEPS)
  const line = cutLine(levels, 400, 2, 10)
  return {
    className: 'cut',
    viewBox: '0 0 400 12',
    stretch: true,
    shapes: [path(`${line}V12H0Z`, 'down'), edge(line, 'edge')],
  }
}

/** The cut of one case: 12 steps of 4 heights from the hash of its address (32 bytes), never from its key. */
export const caseCut = (addressHash: Uint8Array): Drawing => {
  const line = cutLine(levelsOf(addressHash, CASE_STEPS), 240, 2, 14)
  return {
    className: 'cut',
    viewBox: '0 0 240 16',
    stretch: true,
    shapes: [path(`${line}V0H0Z`, 'up'), edge(line, 'edge')],
  }
}

/** The small form of a case's cut, for lists. */
export const caseGlyph = (addressHash: Uint8Array): Drawing => ({
  ...caseCut(addressHash),
  className: 'glyph cut',
})

/** The cut through the word on the key page: the upper half's ground, and the gap that the blade leaves. */
export const seam = (addressHash: Uint8Array): { readonly half: Drawing; readonly kerf: Drawing } => {
  const line = cutLine(levelsOf(addressHash, CASE_STEPS), 240, 22, 34)
  const shape = { viewBox: '0 0 240 56', stretch: true }
  return {
    half: { ...shape, className: 'cut', shapes: [path(`${line}V0H0Z`, 'up')] },
    kerf: { ...shape, className: 'cut kerf', shapes: [edge(line), edge(line)] },
  }
}
