import { useState } from 'preact/hooks'

/** Rows that are drawn at once, and that join each time: more than a screen holds, fewer than anybody waits for. */
const FIRST = 60
const MORE = 120

/** How many rows of a list to draw now, and how to have more of them. */
export const useGrowing = (total: number): { readonly drawn: number; readonly more: () => void } => {
  const [drawn, setDrawn] = useState(FIRST)
  return { drawn: Math.min(drawn, total), more: () => setDrawn((now) => now + MORE) }
}
