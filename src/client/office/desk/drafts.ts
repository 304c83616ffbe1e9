import { type Cell, cell } from '../cell.ts'

/**
 * What somebody has typed and not yet signed, by a name such as `case/…/note`. It lives in the memory of this page only,
 * so that nothing typed is lost when a session ends or when one looks at another case meanwhile.
 */
export interface Drafts {
  readonly all: Cell<ReadonlyMap<string, string>>
  read(name: string): string
  write(name: string, text: string): void
  clear(): void
}

/** Makes an empty set of drafts. */
export const drafts = (): Drafts => {
  const all = cell<ReadonlyMap<string, string>>(new Map())
  return {
    all,
    read: (name) => all.value.get(name) ?? '',
    write(name, text) {
      const next = new Map(all.value)
      if (text === '') next.delete(name)
      else next.set(name, text)
      all.set(next)
    },
    clear: () => all.set(new Map()),
  }
}
