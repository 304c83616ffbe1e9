import { useEffect, useState } from 'preact/hooks'

/** Rows that are drawn at once, and that join with every further frame: a long list shows its beginning immediately. */
const FIRST = 60
const MORE = 120

/** How many of a number of rows to draw now. It grows by itself until all of them stand there. */
export const useGrowing = (total: number): number => {
  const [drawn, setDrawn] = useState(FIRST)
  useEffect(() => {
    if (drawn >= total) return
    const frame = requestAnimationFrame(() => setDrawn(drawn + MORE))
    return () => cancelAnimationFrame(frame)
  }, [drawn, total])
  return Math.min(drawn, total)
}
