/**
 * Which messages a piece of source uses: those whose whole key stands in quotation marks, and those that begin with
 * the fixed part of a template, as in `error.${code}`, when that part ends with a dot.
 */
export const usedKeys = (sources: readonly string[], keys: readonly string[]): string[] => {
  const literals = new Set<string>()
  const prefixes = new Set<string>()
  for (const source of sources) {
    for (const [, literal] of source.matchAll(/['"`]([\w.-]+)['"`]/g)) literals.add(literal ?? '')
    for (const [, prefix] of source.matchAll(/`([\w.-]+\.)\$\{/g)) prefixes.add(prefix ?? '')
  }
  return keys.filter((key) => literals.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix)))
}
