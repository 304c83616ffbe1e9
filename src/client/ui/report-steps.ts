/** The steps of a report in their order. Each is a section of the one page; only `what` asks for an answer. */
export const STEPS = [
  'need',
  'how',
  'what',
  'details',
  'told',
  'safety',
  'evidence',
  'contact',
  'exclude',
  'review',
  'key',
] as const

export type ReportStepName = (typeof STEPS)[number]
