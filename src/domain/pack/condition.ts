import { isRecord, list, maybe, object, oneOf, type Shape, text } from './shape.ts'

/** What a guard asks, as data: a tree of plain questions about the history, the clocks, the acts and the author. */
export type Condition =
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }
  /** One of these steps took effect, after the last of `since`; with `same`, about the same thing as the new step. */
  | { readonly happened: readonly string[]; readonly since?: readonly string[]; readonly same?: string }
  /** The last run of this clock is over. */
  | { readonly passed: string }
  /** The last step of this kind said one of these. */
  | { readonly last: string; readonly fact: string; readonly is: readonly string[] }
  /** The author's standing in this case. */
  | { readonly author: AuthorStanding }
  /** Every signer said by one of these steps that they opened every file that the steps of `files_of` brought, after the last of those. */
  | { readonly opened: readonly string[]; readonly files_of: readonly string[] }
  /** The author is the person whom the last of these steps named. */
  | { readonly author_named_by: readonly string[]; readonly fact: string }
  /** The person whom the last of these steps named is in conflict. */
  | { readonly named_conflicted: readonly string[]; readonly fact: string }
  /** The step names somebody in no conflict, whom none of these steps named before. */
  | { readonly names_new: string; readonly among: readonly string[] }
  /** Whether some act, or none, has one of these verdicts. */
  | { readonly acts: readonly string[]; readonly are: 'some' | 'none' }
  /** Every act with this verdict had it before the last of these steps. */
  | { readonly acts: readonly string[]; readonly before: readonly string[] }
  /** One of the regions is in one of these states. */
  | { readonly state: readonly string[] }
  | { readonly items: 'settled' | 'overdue' }
  | { readonly risk: readonly string[] }
  | { readonly rights: 'rest' }
  | { readonly check_ins: 'over' }
  /** The office's limit has passed. */
  | { readonly release: 'due' }
  /** The step names at least one act or item. */
  | { readonly about: 'named' }

const standings = ['unconflicted', 'declared', 'untouched', 'first-key', 'substitute'] as const
export type AuthorStanding = (typeof standings)[number]

const ids = list(text)

/** Conditions hold conditions. */
const nested: Shape<Condition> = (value) => condition(value)

/** Each kind of question, named by its first field. */
const kinds = {
  any: object({ any: list(nested) }),
  all: object({ all: list(nested) }),
  not: object({ not: nested }),
  happened: object({ happened: ids, since: maybe(ids), same: maybe(text) }),
  passed: object({ passed: text }),
  last: object({ last: text, fact: text, is: ids }),
  author: object({ author: oneOf(...standings) }),
  opened: object({ opened: ids, files_of: ids }),
  author_named_by: object({ author_named_by: ids, fact: text }),
  named_conflicted: object({ named_conflicted: ids, fact: text }),
  names_new: object({ names_new: text, among: ids }),
  acts: object({ acts: ids, are: maybe(oneOf('some', 'none')), before: maybe(ids) }),
  state: object({ state: ids }),
  items: object({ items: oneOf('settled', 'overdue') }),
  risk: object({ risk: ids }),
  rights: object({ rights: oneOf('rest') }),
  check_ins: object({ check_ins: oneOf('over') }),
  release: object({ release: oneOf('due') }),
  about: object({ about: oneOf('named') }),
} satisfies Readonly<Record<string, Shape<unknown>>>
export type ConditionKind = keyof typeof kinds

/** The kind of a condition: the first of its fields that names a kind, or null for what is no condition. */
export function kindOfCondition(value: unknown): ConditionKind | null {
  const name = isRecord(value) ? Object.keys(value).find((field) => Object.hasOwn(kinds, field)) : undefined
  return (name as ConditionKind | undefined) ?? null
}

/** The shape of a condition. */
export const condition: Shape<Condition> = (value) => {
  const kind = kindOfCondition(value)
  return kind === null ? 'must be a condition' : kinds[kind](value)
}
