/**
 * Moves points on a line apart until neighbours keep a distance, in their order and within the bounds as far as these
 * have room. What stood far enough apart stays where it is.
 */
export const spread = (points: readonly number[], apart: number, from: number, to: number): number[] => {
  const placed: number[] = []
  for (const point of points) placed.push(Math.max(point, from, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + apart))
  for (let index = placed.length - 1, limit = to; index >= 0; index -= 1, limit -= apart)
    placed[index] = Math.min(placed[index] ?? limit, limit)
  return placed
}
