/**
 * Which messages a piece of source uses: those whose whole key stands in quotation marks, and those that a template
 * such as `error.${code}` or `start.${need}.small` can become.
 */
export const usedKeys = (sources: readonly string[], keys: readonly string[]): string[] => {
  const literals = new Set<string>()
  const patterns = new Map<string, RegExp>()
  for (const source of sources) {
    for (const [, literal = ''] of source.matchAll(/['"`]([\w.-]+)['"`]/g)) literals.add(literal)
    for (const [, template = ''] of source.matchAll(TEMPLATE)) patterns.set(template, patternOf(template))
  }
  return keys.filter((key) => literals.has(key) || [...patterns.values()].some((pattern) => pattern.test(key)))
}

/** A template that begins with the fixed first part of a key and its dot. */
const TEMPLATE = /`([\w-]+\.(?:[\w.-]|\$\{[^{}`]*\})*\$\{[^{}`]*\}[\w.-]*)`/g

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^{}]*\}/g, '[\\w.-]+')}$`)
