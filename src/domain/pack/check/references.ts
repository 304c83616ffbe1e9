import type { Kind } from '../kinds.ts'
import { isRecord } from '../shape.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** Which fields of each kind's lines name lines of another kind. A dot goes into an object; `%` means its keys. */
const references: Readonly<Partial<Record<Kind, Readonly<Record<string, Kind>>>>> = {
  documents: { superseded_by: 'documents' },
  categories: {
    group: 'groups',
    subjects: 'subjects',
    elements: 'elements',
    route: 'routes',
    route_if_involved: 'routes',
    imports: 'categories',
    exceptions: 'exceptions',
  },
  routes: { first: 'parties', if_involved: 'parties', measures_by: 'parties' },
  states: { waits_for: 'parties', limit: 'clocks' },
  transitions: {
    from: 'states',
    to: 'states',
    to_by_origin: 'states',
    'to_by_origin.%': 'states',
    by: 'parties',
    records: 'parties',
    guards: 'guards',
    notices: 'notices',
    'needs.%': 'terms',
    'tells.%': 'terms',
    'about.verdicts.%': 'verdicts',
    'about.some': 'verdicts',
  },
  notices: { values: 'terms', verdicts: 'verdicts', clocks: 'clocks' },
  guards: { exits: 'transitions', 'always.by': 'parties', 'always.except': 'transitions' },
  clocks: {
    binds: 'parties',
    'opens.in': 'states',
    'opens.on': 'transitions',
    'starts.on': 'transitions',
    ends: 'transitions',
    'pauses.on': 'transitions',
    'pauses.until': 'transitions',
    'extends.on': 'transitions',
  },
  escalations: { tells: 'parties' },
}

/** What the conditions of guards name, wherever they stand in the tree. */
const conditionReferences: Readonly<Record<string, Kind>> = {
  happened: 'transitions',
  since: 'transitions',
  last: 'transitions',
  opened: 'transitions',
  files_of: 'transitions',
  author_named_by: 'transitions',
  named_conflicted: 'transitions',
  among: 'transitions',
  before: 'transitions',
  passed: 'clocks',
  state: 'states',
}

/** What is said of a name that no line has. */
const reasons: Readonly<Partial<Record<Kind, string>>> = {
  states: 'unknown state',
  routes: 'dangling route',
  clocks: 'unknown clock',
  guards: 'unknown guard',
  transitions: 'unknown step',
  notices: 'unknown notice',
  parties: 'unknown party',
}

/** Names of lines that the pack does not have. */
export function checkReferences(lines: readonly Placed[]): readonly Problem[] {
  const had = new Set(lines.map(({ kind, id }) => `${kind} ${id}`))
  return lines.flatMap((placed) =>
    namesIn(placed)
      .filter(([kind, name]) => name !== '*' && !had.has(`${kind} ${name}`))
      .map(([kind, name]) => problemAt(placed, `${reasons[kind] ?? `unknown name in ${kind}`}: ${name}`)),
  )
}

function namesIn({ kind, line }: Placed): readonly (readonly [Kind, string])[] {
  const own = Object.entries(references[kind] ?? {}).flatMap(([path, target]) =>
    valuesAt(line, path.split('.')).map((name) => [target, name] as const),
  )
  return kind === 'guards' ? [...own, ...namesInCondition(line.when)] : own
}

function namesInCondition(value: unknown): readonly (readonly [Kind, string])[] {
  if (Array.isArray(value)) return value.flatMap(namesInCondition)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([field, inner]) => {
    const target = conditionReferences[field]
    return target ? valuesAt(inner, []).map((name) => [target, name] as const) : namesInCondition(inner)
  })
}

function valuesAt(value: unknown, path: readonly string[]): readonly string[] {
  const [field, ...rest] = path
  if (field === '%') return isRecord(value) ? Object.keys(value) : []
  if (field !== undefined) return isRecord(value) ? valuesAt(value[field], rest) : []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return isRecord(value) ? Object.values(value).filter((item) => typeof item === 'string') : []
}
