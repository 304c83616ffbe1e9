import { ready, verify } from '../../crypto/index.ts'
import { type Directory, fingerprintDigits, foldDirectory } from '../../crypto/wire/index.ts'
import { type Description, descriptionOf } from '../contract/description.ts'
import { DirectoryAnswer } from '../contract/directory.ts'
import { parse } from '../contract/parse.ts'
import type { Day } from '../domain/days.ts'
import { statementFrom } from '../service/json.ts'
import { Problem } from './problem.ts'

/** An office whose directory was checked from its first statement to its last. */
export interface Office {
  readonly directory: Directory
  readonly description: Description
  /** The day on which the service gave the directory out, at the headquarters. */
  readonly day: Day
  /** The number on its poster, in ten groups of four digits. */
  readonly digits: readonly string[]
}

/** The office in the text of a directory, as the service gives it out. */
export async function officeIn(json: string): Promise<Office> {
  const answer = parse(DirectoryAnswer, parsed(json))
  if (!answer.ok) throw new Problem('unfit', 'This is not the directory of an office.')
  await ready()
  const directory = await foldDirectory(answer.value.statements.map(statementFrom), { verify })
  const description = descriptionOf(directory.description)
  if (!description)
    throw new Problem('unfit', 'This office has not described itself yet. Nothing can be locked for it.')
  return { directory, description, day: answer.value.day, digits: fingerprintDigits(directory.fingerprint) }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
