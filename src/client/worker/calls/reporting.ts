import { openOwnCase, seal } from './cases.ts'
import * as directory from './directory.ts'
import * as files from './files.ts'
import * as reporter from './reporter.ts'

/** What the reporter's pages can ask of their worker, which carries nothing that only officers do. */
export const reporterCalls = { ...directory, ...reporter, ...files, openOwnCase, seal } as const
export type ReporterCalls = typeof reporterCalls
