import { aboutFile, type PackFiles, readPack } from '../pack.ts'
import { checkIds } from './ids.ts'
import { checkMachine } from './machine.ts'
import { type Problem, placedLines } from './problem.ts'
import { checkReferences } from './references.ts'
import { checkShapes } from './shapes.ts'
import { checkSources } from './sources.ts'
import { checkTranslations } from './translations.ts'
import { checkWaits } from './waits.ts'
import { checkWords } from './words.ts'

/**
 * Everything that is wrong with a pack, each with file, line and reason; an empty list for a pack that may start.
 * Lines of the wrong shape are reported alone, since nothing else can be said of them.
 */
export function checkPack(files: PackFiles): readonly Problem[] {
  const misshapen = checkShapes(files)
  if (misshapen.length > 0) return misshapen
  const pack = readPack(files)
  const lines = placedLines(files)
  return [
    ...checkIds(lines),
    ...checkTranslations([...lines, { file: aboutFile, id: pack.about.id, line: pack.about }], pack.about.languages),
    ...checkSources(lines, pack),
    ...checkReferences(lines),
    ...checkWords(lines, pack),
    ...checkMachine(lines, pack),
    ...checkWaits(lines, pack),
  ]
}

/** A problem in one line, for whoever starts a service with a faulty pack. */
export function describeProblem({ file, line, reason }: Problem): string {
  return line === null ? `${file}: ${reason}` : `${file}: ${line}: ${reason}`
}
