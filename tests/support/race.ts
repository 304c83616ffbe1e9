/**
 * All of them try at once, most of them for nothing; then those who did not come in try again, five at a time, until they
 * have. `attempt` says whether it came in.
 */
export async function race<Item>(items: readonly Item[], attempt: (item: Item) => Promise<boolean>): Promise<void> {
  const first = await Promise.all(items.map(attempt))
  const waiting = items.filter((_, index) => !first[index])
  const queue = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) while (!(await attempt(next)));
  }
  await Promise.all([queue(), queue(), queue(), queue(), queue()])
}
