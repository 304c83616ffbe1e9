import { type Pack, type PackFiles, readPack } from '../pack.ts'
import { checkPack, describeProblem } from './check-pack.ts'

/**
 * Reads the files of a pack that may start.
 * @throws Error with a line for each fault: the file, the id of the line and the reason
 */
export function soundPack(files: PackFiles): Pack {
  const problems = checkPack(files)
  if (problems.length > 0) throw new Error(`The rules are not in order:\n${problems.map(describeProblem).join('\n')}`)
  return readPack(files)
}
