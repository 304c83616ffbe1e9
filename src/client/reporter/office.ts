import {
  type Bytes,
  type Directory,
  fingerprintDigits,
  fromBase64url,
  type SignedStatement,
} from '../../../crypto/wire/index.ts'
import { type Description, descriptionOf } from '../../contract/description.ts'
import type { DirectoryAnswer } from '../../contract/directory.ts'
import type { Day } from '../../domain/days.ts'
import { ask } from './ask.ts'

/** What a verified directory says. */
export type Book = Pick<
  Directory,
  'fingerprint' | 'head' | 'open' | 'members' | 'tenures' | 'serviceKeys' | 'description'
>

/** Verifies every statement of a directory. @throws an error with code `directory.…` */
export type VerifyDirectory = (statements: readonly SignedStatement[]) => Promise<Book>

/** The office as this page has verified it: from its signed statements, not from what the service says of it. */
export interface Office {
  readonly directory: Book
  readonly description: Description | null
  /** 40 digits in ten groups. */
  readonly digits: readonly string[]
  /** Today at the headquarters, as the service says. */
  readonly day: Day
}

/**
 * Fetches the directory and checks every signature in it.
 * @param poster the 40 digits that came with the address, from a poster; the office must have the same
 * @throws AskError, WireError `directory.…`
 */
export const fetchOffice = async (poster: string | null, verify: VerifyDirectory): Promise<Office> =>
  officeOf(await fetchDirectory(), poster, verify)

/** The directory as the service gives it, not verified. @throws AskError */
export const fetchDirectory = (): Promise<DirectoryAnswer> => ask<DirectoryAnswer>('/api/directory')

/** The office of a directory, once every signature in it was checked. @throws WireError `directory.…` */
export const officeOf = async (
  answer: Pick<DirectoryAnswer, 'day' | 'statements'>,
  poster: string | null,
  verify: VerifyDirectory,
): Promise<Office> => {
  const directory = await verify(answer.statements.map(bytesOf))
  const digits = fingerprintDigits(directory.fingerprint)
  if (poster !== null && poster !== digits.join('')) throw new WrongOffice()
  const description = descriptionOf(directory.description)
  return {
    directory,
    description,
    digits,
    day: answer.day,
  }
}

/** The office is not the one whose number came with the address. */
export class WrongOffice extends Error {
  readonly code = 'directory.wrong_fingerprint'
}

const bytesOf = ({ statement, signatures }: DirectoryAnswer['statements'][number]) => ({
  statement: fromBase64url(statement),
  signatures: signatures.map(({ signer, signature }) => ({
    signer: fromBase64url(signer),
    signature: fromBase64url(signature),
  })),
})

/** SHA-256, for the cut that a case is recognised by. */
export const hashOf = async (bytes: Bytes): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
