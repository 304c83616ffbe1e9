import type { ReporterKeys } from './case-key.ts'
import type { OfficerKeys } from './officer-secret.ts'

/** Whoever opens cases and writes in them. */
export type Keys = ReporterKeys | OfficerKeys
