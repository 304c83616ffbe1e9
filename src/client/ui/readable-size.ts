/** A size in the unit in which people read it: the number with one place behind the point below ten, and the unit. */
export const readableSize = (bytes: number): { readonly number: number; readonly unit: 'kB' | 'MB' } => {
  const unit = bytes < 1_000_000 ? 'kB' : 'MB'
  const number = bytes / (unit === 'kB' ? 1_000 : 1_000_000)
  return { number: number < 10 ? Math.max(0.1, Math.round(number * 10) / 10) : Math.round(number), unit }
}
