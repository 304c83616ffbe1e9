/** The steps of a report in the order of the page. Each is a section; only `what` asks for an answer. */
export const STEPS = [
  'need',
  'whom',
  'how',
  'what',
  'spoke',
  'acts',
  'link',
  'wanted',
  'work',
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

/** The steps that only a request for protection has, and the one that they make needless. */
const OF_REQUEST: readonly ReportStepName[] = ['whom', 'spoke', 'acts', 'link', 'wanted', 'work']
const NOT_OF_REQUEST: readonly ReportStepName[] = ['told']

/** The steps that somebody goes through, by what they need. */
export const pathOf = (kind: string | undefined): readonly ReportStepName[] => {
  const without = kind === 'protection' ? NOT_OF_REQUEST : OF_REQUEST
  return STEPS.filter((step) => !without.includes(step))
}

/** The path that a step is on before anybody chose; the steps of a request are on theirs alone. */
export const firstPathOf = (step: ReportStepName): readonly ReportStepName[] =>
  pathOf(OF_REQUEST.includes(step) ? 'protection' : undefined)
