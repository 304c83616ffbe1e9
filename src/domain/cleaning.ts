/**
 * What a trace in a file tells about a person or their device. `words` are captions, comments and titles beside the
 * content, `history` are tracked changes and earlier versions, `hidden` is what no reader asks for.
 */
export const traceKinds = [
  'person',
  'place',
  'device',
  'software',
  'time',
  'id',
  'path',
  'words',
  'thumbnail',
  'history',
  'attachment',
  'script',
  'hidden',
] as const
export type TraceKind = (typeof traceKinds)[number]

/**
 * What came of looking at a file: `cleaned`, `plain` (a text, which hides nothing), `unknown` (nobody can look into it),
 * `broken` (not made as its kind is), `locked` (by a password), `large` (too much to look at), or `voice` (recorded in
 * the page itself).
 */
export const outcomes = ['cleaned', 'plain', 'unknown', 'broken', 'locked', 'large', 'voice'] as const
export type Outcome = (typeof outcomes)[number]

/** What was done to a file before it was sealed, by kinds alone: the values stay with whoever sent it. */
export interface Cleaning {
  readonly outcome: Outcome
  readonly removed: readonly TraceKind[]
  readonly remains: readonly TraceKind[]
}

/** The kinds of what was found, each once. */
export const kindsOf = (traces: readonly { readonly kind: TraceKind }[]): TraceKind[] => [
  ...new Set(traces.map(({ kind }) => kind)),
]

/** As one line, such as `cleaned removed:place,person remains:script`. */
export const cleaningText = ({ outcome, removed, remains }: Cleaning): string =>
  [
    outcome,
    ...(removed.length > 0 ? [`removed:${removed.join()}`] : []),
    ...(remains.length > 0 ? [`remains:${remains.join()}`] : []),
  ].join(' ')

/** Reads such a line; null where it is none. Kinds that this version does not know are left out. */
export const cleaningOf = (text: string): Cleaning | null => {
  const outcome = outcomes.find((one) => one === text.split(' ', 1)[0])
  if (outcome === undefined) return null
  const kinds = (name: string): TraceKind[] => {
    const said = new RegExp(` ${name}:([a-z,]+)`).exec(text)?.[1]?.split(',') ?? []
    return traceKinds.filter((kind) => said.includes(kind))
  }
  return { outcome, removed: kinds('removed'), remains: kinds('remains') }
}
