/** The value below which a share of the samples lies, between neighbours in proportion. `share` from 0 to 1. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) throw new RangeError('There are no samples')
  return below + (above - below) * (place % 1)
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** The width of the middle half: how far samples scatter, whatever a few stragglers do. */
export const spread = (samples: readonly number[]): number => quantile(samples, 0.75) - quantile(samples, 0.25)

/**
 * How likely a sample of the first kind is larger than one of the second (the area under the ROC curve): 0.5 if the two
 * cannot be told apart by one look, 0 or 1 if they always can.
 */
export function chanceToTell(first: readonly number[], second: readonly number[]): number {
  const all = [...first.map((value) => ({ value, own: 1 })), ...second.map((value) => ({ value, own: 0 }))]
  all.sort((a, b) => a.value - b.value)
  const ranks = all.reduce((sum, { own }, index) => sum + own * (index + 1), 0)
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length)
}
