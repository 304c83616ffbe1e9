import { verify } from '../../../../crypto/index.ts'
import {
  type Bytes,
  fingerprintDigits,
  foldDirectory,
  type Mark,
  type Member,
  newestMark,
  type SignedStatement,
  type Tenure,
} from '../../../../crypto/wire/index.ts'
import type { Desk } from '../desk.ts'

/** The verified directory as plain data. Days are days since 1970-01-01. */
export interface DirectoryView {
  readonly fingerprint: Bytes
  /** The fingerprint as ten groups of four digits. */
  readonly digits: readonly string[]
  readonly head: Bytes
  readonly sequence: number
  readonly day: number
  /** False while it is a rehearsal. */
  readonly open: boolean
  readonly texts: Bytes
  /** JSON value of the newest description; `null` if there is none. */
  readonly description: unknown
  readonly serviceKeys: readonly Bytes[]
  readonly members: readonly Member[]
  readonly tenures: readonly Tenure[]
  /** Day of the newest valid mark over this head; 0 if there is none. */
  readonly newestMark: number
}

interface DirectoryToLoad {
  readonly statements: readonly SignedStatement[]
  readonly marks: readonly Mark[]
  /** The fingerprint that a poster or a link gave. */
  readonly fingerprint?: Bytes | null
}

/** Verifies the whole directory and keeps it (PROTOCOL 10.1). Throws `directory.…`. */
export async function loadDirectory(
  desk: Desk,
  { statements, marks, fingerprint }: DirectoryToLoad,
): Promise<DirectoryView> {
  const directory = await foldDirectory(statements, { fingerprint: fingerprint ?? null, verify })
  desk.keepDirectory(directory)
  const { at: _, ...plain } = directory
  return {
    ...plain,
    digits: fingerprintDigits(directory.fingerprint),
    newestMark: await newestMark(marks, directory, verify),
  }
}
