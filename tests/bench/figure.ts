/** What was hoped for: at least or at most so much, in the figure's own unit. */
export type Goal = { readonly least: number } | { readonly most: number }

/** One line of the table. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** 95 of 100 samples lie below it, where single samples were taken. */
  readonly p95?: number
  /** Figures without a goal stand beside others, to compare. */
  readonly goal?: Goal
}

/** Whether a figure reaches its goal; `null` for one that has none. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (!goal) return null
  return 'least' in goal ? value >= goal.least : value <= goal.most
}
