import { texts } from './line.ts'
import * as policy from './policy-lines.ts'
import * as procedure from './procedure-lines.ts'
import { list, object, type Shape, type TypeOf, text } from './shape.ts'

/** A pack as it lies in its folder: each file's JSON under its name, such as `clocks/intake.json`. */
export type PackFiles = Readonly<Record<string, unknown>>

/** The shape of the lines of each kind. A kind is one file, or all files in the folder of its name. */
export const lineShapes = {
  documents: policy.document,
  parties: policy.named,
  groups: policy.named,
  elements: policy.named,
  subjects: policy.named,
  exceptions: policy.named,
  categories: policy.category,
  routes: policy.route,
  states: procedure.state,
  transitions: procedure.transition,
  guards: procedure.guard,
  clocks: procedure.clock,
  notices: procedure.notice,
  terms: policy.term,
  verdicts: policy.named,
  detriments: policy.named,
  'interim-measures': policy.named,
  remedies: policy.named,
  'check-ins': policy.checkIn,
  'risk-rows': policy.riskRow,
  'risk-factors': policy.named,
  'outside-limits': policy.outsideLimit,
  escalations: policy.escalation,
  holidays: policy.holiday,
}
export type Kind = keyof typeof lineShapes
export type LineOf<K extends Kind> = TypeOf<(typeof lineShapes)[K]>

/** What the pack says of itself. */
export const about = object({
  id: text,
  version: text,
  languages: list(text),
  label: texts,
  time_zone: text,
})

/** A pack that was read: the lines of each kind, in the order of their files. */
export type Pack = { readonly about: TypeOf<typeof about> } & { readonly [K in Kind]: readonly LineOf<K>[] }

export const aboutFile = 'pack.json'
export const kinds = Object.keys(lineShapes) as readonly Kind[]

/** The kind of the lines in a file, or null for a name that no pack has. */
export function kindOf(file: string): Kind | null {
  const name = file.replace(/\.json$/, '').split('/', 1)[0] as Kind
  return kinds.includes(name) ? name : null
}

/** The shape of a line of this kind, whatever the kind. */
export function shapeOf(kind: Kind): Shape<unknown> {
  return lineShapes[kind]
}

/** Reads the files of a pack that `checkPack` found no fault with. */
export function readPack(files: PackFiles): Pack {
  const lines = (kind: Kind) =>
    Object.keys(files)
      .filter((file) => kindOf(file) === kind)
      .flatMap((file) => files[file] as readonly unknown[])
  const read = Object.fromEntries(kinds.map((kind) => [kind, lines(kind)]))
  return { about: files[aboutFile], ...read } as unknown as Pack
}
