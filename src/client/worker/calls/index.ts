import * as cases from './cases.ts'
import * as directory from './directory.ts'
import * as files from './files.ts'
import * as letters from './letters.ts'
import * as officer from './officer.ts'
import * as reporter from './reporter.ts'
import * as statements from './statements.ts'

/** Everything that the console can ask of its worker, by name. */
export const calls = { ...directory, ...reporter, ...officer, ...statements, ...cases, ...files, ...letters } as const
export type Calls = typeof calls
