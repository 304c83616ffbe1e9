import type { Chosen } from '../../files/chosen.ts'
import type { NamedEvidence } from '../../files/named.ts'
import { type Cell, cell } from '../cell.ts'

/** What somebody has prepared in one form and not yet signed. */
export interface Draft {
  readonly text: string
  /** Files that were chosen for it and are still here. */
  readonly chosen: readonly Chosen[]
  /** Files that are with the service already and that no entry names yet. */
  readonly files: readonly NamedEvidence[]
}

/**
 * What somebody has prepared and not yet signed, by a name such as `case/…/note`. It lives in the memory of this page only,
 * so that nothing typed is lost when a session ends or when one looks at another case meanwhile.
 */
export interface Drafts {
  readonly all: Cell<ReadonlyMap<string, Draft>>
  read(name: string): Draft
  /** Changes a part of a draft. One that is left without words and files is forgotten. */
  write(name: string, change: Partial<Draft>): void
  clear(): void
}

export const noDraft: Draft = { text: '', chosen: [], files: [] }

/** Makes an empty set of drafts. */
export const drafts = (): Drafts => {
  const all = cell<ReadonlyMap<string, Draft>>(new Map())
  const read = (name: string): Draft => all.value.get(name) ?? noDraft
  return {
    all,
    read,
    write(name, change) {
      const next = new Map(all.value)
      const draft = { ...read(name), ...change }
      if (draft.text === '' && draft.chosen.length + draft.files.length === 0) next.delete(name)
      else next.set(name, draft)
      all.set(next)
    },
    clear: () => all.set(new Map()),
  }
}
