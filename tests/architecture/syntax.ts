import { parseSync } from 'oxc-parser'

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

/** What a source imports and which names, members and properties it says. */
export interface Syntax {
  /** Module names as they are written, of types too; undefined where the name is computed. */
  readonly imports: readonly (string | undefined)[]
  /** 'fetch', 'Date.now', 'new Date', '.innerHTML', as in {@link import('./rooms.ts').Room.never}. */
  readonly says: ReadonlySet<string>
}

/** Where a platform hangs its globals: `globalThis.fetch` is said as `fetch`. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'self', 'window'])

/** Reads TypeScript or TSX. @throws Error where it cannot be parsed. */
export const readSyntax = (path: string, source: string): Syntax => {
  const { program, errors } = parseSync(path, source)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  const imports: (string | undefined)[] = []
  const says = new Set<string>()
  for (const node of nodesOf(program as unknown as Node)) {
    if (isNode(node.source)) imports.push(typeof node.source.value === 'string' ? node.source.value : undefined)
    for (const said of saidBy(node)) if (said !== undefined) says.add(said)
  }
  return { imports, says }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Every node below this one that is not merely the name of a property. */
function* nodesOf(node: Node): Generator<Node> {
  yield node
  const nameOnly = node.computed === true ? undefined : node.type === 'MemberExpression' ? 'property' : 'key'
  for (const [field, value] of Object.entries(node)) {
    if (field === nameOnly) continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child)
  }
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && (node.type === 'Identifier' || node.type === 'JSXIdentifier') ? String(node.name) : undefined

const saidBy = (node: Node): (string | undefined)[] => {
  switch (node.type) {
    case 'Identifier':
      return [nameOf(node)]
    case 'NewExpression':
      return constructionSays(nameOf(node.callee), node.arguments)
    case 'JSXAttribute':
      return [`.${nameOf(node.name)}`]
    case 'MemberExpression':
      return memberSays(nameOf(node.object), propertyOf(node))
    case 'Property':
      return [`.${propertyOf({ ...node, property: node.key })}`]
    default:
      return []
  }
}

/** `new Date()` reads the clock; `new Date(x)` only counts. */
const constructionSays = (name: string | undefined, given: unknown): string[] =>
  Array.isArray(given) && given.length > 0 ? [`new ${name}`] : [`new ${name}`, `new ${name}()`]

/** The name of the property, also where it is written as a text in brackets. */
const propertyOf = (node: Node): string | undefined => {
  const { computed, property } = node
  if (!computed) return nameOf(property)
  return isNode(property) && typeof property.value === 'string' ? property.value : undefined
}

const memberSays = (object: string | undefined, property: string | undefined): string[] => [
  `.${property}`,
  `${object}.${property}`,
  ...(object !== undefined && property !== undefined && GLOBAL_OBJECTS.has(object) ? [property] : []),
]
