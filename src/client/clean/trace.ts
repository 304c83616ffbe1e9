import type { Bytes } from '../../../crypto/wire/index.ts'
import { type TraceKind, traceKinds } from '../../domain/cleaning.ts'

export type { TraceKind } from '../../domain/cleaning.ts'

/** A stretch of a file, in bytes. */
export type Stretch = readonly [from: number, to: number]

/** One thing that a file tells besides its content. The value is as the file has it, and empty where there is none to read. */
export interface Trace {
  readonly kind: TraceKind
  readonly value: string
}

/** A file without its traces, and what those were. */
export interface Stripped {
  readonly bytes: Bytes
  readonly found: readonly Trace[]
}

/** A file without its traces, and what remains in it: what cannot be taken out, or looked into. */
export interface StrippedInPart extends Stripped {
  readonly remains: readonly Trace[]
}

/** The file is not made as its format says: whatever would be cut from it might be the wrong part. */
export class Malformed extends Error {
  readonly code = 'file.malformed'
}

/** The file is locked with a password: nobody can look into it here. */
export class Locked extends Error {
  readonly code = 'file.locked'
}

/** The file is made in a way, or of a kind, that nobody can look into here. */
export class Unknown extends Error {
  readonly code = 'file.unknown'
}

/** What is shown of one value, in characters. */
const VALUE_LENGTH = 200

/** A trace with its value as one short line. */
export const trace = (kind: TraceKind, value = ''): Trace => ({
  kind,
  value: value
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, VALUE_LENGTH),
})

/** Each trace once, in the order of their kinds. */
export const distinctTraces = (traces: readonly Trace[]): Trace[] => {
  const known = new Map(traces.map((one) => [`${one.kind} ${one.value}`, one]))
  return [...known.values()].toSorted((a, b) => traceKinds.indexOf(a.kind) - traceKinds.indexOf(b.kind))
}
