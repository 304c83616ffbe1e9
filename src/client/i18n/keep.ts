/**
 * Keeps what was made for a name. Making one of the Intl formatters costs more than using it a hundred times, and a list
 * of a thousand cases uses few of them.
 */
export const keep = <Made>(make: (name: string) => Made): ((name: string) => Made) => {
  const made = new Map<string, Made>()
  return (name) => {
    const kept = made.get(name) ?? make(name)
    made.set(name, kept)
    return kept
  }
}
