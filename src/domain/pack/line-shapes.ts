import type { Kind } from './kinds.ts'
import { texts } from './line.ts'
import * as policy from './policy-lines.ts'
import * as procedure from './procedure-lines.ts'
import { list, object, type Shape, text } from './shape.ts'

/** The shape of the lines of each kind. */
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
} satisfies Readonly<Record<Kind, Shape<unknown>>>

/** The shape of a line of this kind, whatever the kind. */
export function shapeOf(kind: Kind): Shape<unknown> {
  return lineShapes[kind]
}

/** What the pack says of itself. */
export const about = object({
  id: text,
  version: text,
  languages: list(text),
  label: texts,
})
