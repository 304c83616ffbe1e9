import type { Rules } from '../pack/rules.ts'
import * as ask from './history.ts'
import type { Author, History } from './step.ts'

/** The fact by which a step names files that its author opened: their hashes, with a blank between two. */
export const openedFact = 'opened'

/** The hashes in that fact. */
export function hashesIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(' ').filter((hash) => hash !== '')
}

/** The files that these steps brought, each once, by their hashes. */
function annexesOf(history: History, brought: readonly string[]): readonly string[] {
  const steps = history.filter(({ transition }) => brought.includes(transition.id))
  return [...new Set(steps.flatMap(({ files }) => files))]
}

/** What somebody named as opened by one of these steps, in this sitting or an earlier one. */
function namedBy(history: History, { id }: Author, steps: readonly string[]): ReadonlySet<string> {
  const own = history.filter((done) => steps.includes(done.transition.id) && ask.signed(done, id))
  return new Set(own.flatMap(({ facts }) => hashesIn(facts[openedFact])))
}

/** Whether somebody said so by one of `steps` since the last of `brought`, and named every file that those ever brought. */
export function hasOpened(
  history: History,
  author: Author,
  steps: readonly string[],
  brought: readonly string[],
): boolean {
  const named = namedBy(history, author, steps)
  const since = ask.after(history, brought)
  return (
    since.some((done) => steps.includes(done.transition.id) && ask.signed(done, author.id)) &&
    annexesOf(history, brought).every((hash) => named.has(hash))
  )
}

/** The files that a step is there to name, and which of them its author named before; null for any other step. */
export function annexesFor(
  { guards }: Rules,
  history: History,
  transition: string,
  author: Author,
): { readonly files: readonly string[]; readonly named: ReadonlySet<string> } | null {
  for (const { when } of guards.values()) {
    if (when !== null && 'opened' in when && when.opened.includes(transition)) {
      return { files: annexesOf(history, when.files_of), named: namedBy(history, author, when.opened) }
    }
  }
  return null
}
