/** The steps of a report in the order of its page. Each is a section; only `what` asks for an answer. */
const REPORT = [
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

/** The steps of a request for protection. What was said before is asked with who was told, so `told` is not asked again. */
const REQUEST = [
  'whom',
  'how',
  'what',
  'spoke',
  'acts',
  'link',
  'wanted',
  'work',
  'details',
  'safety',
  'evidence',
  'contact',
  'exclude',
  'review',
  'key',
] as const

export type StepName = (typeof REPORT | typeof REQUEST)[number]

/** The addresses of the two pages on which something is written to the office for the first time. */
export type FirstPage = 'report' | 'request'

const PATHS: Readonly<Record<FirstPage, readonly StepName[]>> = { report: REPORT, request: REQUEST }

/** The steps of a page, by its address. @throws Error for a page that has none */
export const stepsOf = (page: string): readonly StepName[] => {
  const steps = PATHS[page as FirstPage]
  if (steps === undefined) throw new Error(`the page ${page} has no steps`)
  return steps
}
