/** Where a case stands, in the order of an ordinary course. A state is sealed; the service never sees one. */
export const states = [
  'received',
  'acknowledged',
  'assessment',
  'inquiry',
  'waiting',
  'answered',
  'closed',
  'withdrawn',
] as const
export type State = (typeof states)[number]

/** The states that an officer may set, from each state. The others are reached by their own acts. */
export const officeMoves: Readonly<Record<State, readonly State[]>> = {
  received: ['assessment', 'inquiry', 'waiting', 'answered'],
  acknowledged: ['assessment', 'inquiry', 'waiting', 'answered'],
  assessment: ['inquiry', 'waiting', 'answered'],
  inquiry: ['assessment', 'waiting', 'answered'],
  waiting: ['assessment', 'inquiry', 'answered'],
  answered: ['assessment', 'inquiry', 'waiting'],
  closed: ['assessment'],
  withdrawn: [],
}

/** The days in which a withdrawal can be undone. */
export const withdrawalDays = 10

/** The days in which a key that was readmitted cannot withdraw, and the first key may object. */
export const readmissionDays = 10

export const caseKinds = ['report', 'protection', 'advice'] as const
export type CaseKind = (typeof caseKinds)[number]

export const reportingModes = ['anonymous', 'confidential', 'open'] as const
export type ReportingMode = (typeof reportingModes)[number]
