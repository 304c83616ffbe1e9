/** How many letters must be added, left out or changed to make one word of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] as number) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** The word of a list that was probably meant: it begins with the same four letters, or is at most two letters away. */
export function suggest(typed: string, words: readonly string[]): string | undefined {
  const beginning = typed.length >= 4 ? words.find((word) => word.startsWith(typed.slice(0, 4))) : undefined
  if (beginning) return beginning
  const near = words
    .filter((word) => Math.abs(word.length - typed.length) <= 2)
    .map((word) => ({ word, away: distance(typed, word) }))
    .toSorted((a, b) => a.away - b.away)[0]
  return near && near.away <= Math.min(2, typed.length - 2) ? near.word : undefined
}
