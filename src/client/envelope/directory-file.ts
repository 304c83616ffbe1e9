import { ready } from '../../../crypto/sodium/ready.ts'
import { verify } from '../../../crypto/verify.ts'
import { type Directory, foldDirectory } from '../../../crypto/wire/directory.ts'
import type { DirectoryAnswer } from '../../contract/directory.ts'
import { isDay } from '../../domain/days.ts'
import { type Office, officeOf } from '../reporter/office.ts'

/** An office with the whole of its directory: what is sealed here is sealed to its people. */
export interface VerifiedOffice extends Office {
  readonly directory: Directory
}

/** What was chosen is no directory, or not all of one. */
export class ForeignFile extends Error {}

/**
 * The office of a directory as the service gives it out, every signature checked. `day` is the day on which it was given
 * out, at the headquarters.
 * @param poster the 40 digits of a poster; the office must have the same. Null where the file was made for one office
 * @throws ForeignFile, or an error with code `directory.…`
 */
export const officeIn = async (text: string, poster: string | null): Promise<VerifiedOffice> => {
  await ready()
  const answer = answerIn(text)
  let directory: Directory | undefined
  const office = await officeOf(answer, poster, async (statements) => {
    directory = await foldDirectory(statements, { verify })
    return directory
  })
  if (directory === undefined) throw new ForeignFile()
  return { ...office, directory }
}

const answerIn = (text: string): Pick<DirectoryAnswer, 'day' | 'statements'> => {
  const value: unknown = parsed(text)
  if (!isAnswer(value)) throw new ForeignFile()
  return value
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isAnswer = (value: unknown): value is DirectoryAnswer =>
  isObject(value) &&
  typeof value.day === 'string' &&
  isDay(value.day) &&
  Array.isArray(value.statements) &&
  value.statements.every(isStatement)

const isStatement = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.statement === 'string' &&
  Array.isArray(value.signatures) &&
  value.signatures.every(
    (each) => isObject(each) && typeof each.signer === 'string' && typeof each.signature === 'string',
  )
