import type { Kind } from '../kinds.ts'
import { builtInGuards, neededClocks } from '../known.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** Ids that two lines of a kind share, and lines that the engine needs and the pack lacks. */
export function checkIds(lines: readonly Placed[]): readonly Problem[] {
  const seen = new Set<string>()
  const duplicates = lines.filter(({ kind, id }) => {
    const name = `${kind} ${id}`
    const again = seen.has(name)
    seen.add(name)
    return again
  })
  const lacks = (kind: Kind, ids: readonly string[]) =>
    ids
      .filter((id) => !seen.has(`${kind} ${id}`))
      .map((id) => ({ file: `${kind}.json`, line: id, reason: 'the engine needs this line' }))
  return [
    ...duplicates.map((placed) => problemAt(placed, `duplicated id: ${placed.id}`)),
    ...lacks('guards', builtInGuards),
    ...lacks('clocks', neededClocks),
  ]
}
