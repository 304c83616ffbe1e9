import type { TraceKind } from '../../domain/cleaning.ts'

/** The kinds of traces, with the words for each, in the order in which they are told. */
export const traceWords = {
  place: 'files.trace.place',
  person: 'files.trace.person',
  device: 'files.trace.device',
  time: 'files.trace.time',
  software: 'files.trace.software',
  path: 'files.trace.path',
  id: 'files.trace.id',
  words: 'files.trace.words',
  thumbnail: 'files.trace.thumbnail',
  history: 'files.trace.history',
  attachment: 'files.trace.attachment',
  script: 'files.trace.script',
  hidden: 'files.trace.hidden',
} as const satisfies Record<TraceKind, string>
