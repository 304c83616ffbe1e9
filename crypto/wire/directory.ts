import { type Bytes, equal, hex, zero32 } from './bytes.ts'
import { checkSigners } from './directory-signers.ts'
import { applyStatement, emptyOffice, type Office } from './directory-steps.ts'
import { type Verify, verifySignature } from './ed25519.ts'
import { must } from './errors.ts'
import { limits } from './limits.ts'
import type { Member } from './member.ts'
import { decodeStatement, type SignedStatement, statementHash } from './statement.ts'
import { type Tenure, tenuresAfter } from './tenures.ts'

/** The directory as it stood at one head. */
export interface DirectoryAt {
  readonly head: Bytes
  readonly sequence: number
  readonly members: readonly Member[]
  /** The service's signing key at that head. */
  readonly serviceKey: Bytes
}

/** A directory whose every statement was checked (PROTOCOL 4). */
export interface Directory extends DirectoryAt {
  /** Hash of the founding statement. */
  readonly fingerprint: Bytes
  readonly day: number
  /** False while it is a rehearsal. */
  readonly open: boolean
  /** Hash of the texts that reporters are shown; zero while the office is not open. */
  readonly texts: Bytes
  /** The JSON value of the newest description; `null` if there is none. Its shape is for the reader to check. */
  readonly description: unknown
  /** Every service key there ever was, oldest first; the last is the present one. */
  readonly serviceKeys: readonly Bytes[]
  /** Who was in standing in which role and when, those who left included. */
  readonly tenures: readonly Tenure[]
  /** The directory as it stood at a head that it once had; `null` for any other. */
  at(head: Bytes): DirectoryAt | null
}

/** A directory that has taken in some statements and can take in the next; the service keeps one and adds to it. */
export interface Fold {
  readonly directory: Directory
  readonly office: Office
  readonly past: ReadonlyMap<string, DirectoryAt>
}

/** Takes in the next statement, or the founding one after `null`. Throws `WireError('directory.…')`. */
export async function foldNext(
  fold: Fold | null,
  signed: SignedStatement,
  verify: Verify = verifySignature,
): Promise<Fold> {
  const statement = decodeStatement(signed.statement)
  const sequence = fold ? fold.directory.sequence + 1 : 0
  must(sequence < limits.statements, 'directory.too_long')
  must(statement.sequence === sequence, 'directory.wrong_sequence')
  must(equal(statement.previous, fold?.directory.head ?? zero32), 'directory.wrong_previous')
  must(statement.day >= (fold?.directory.day ?? 0), 'directory.day_went_back')
  const before = fold?.office ?? emptyOffice
  await checkSigners(before, statement, signed, verify)
  const fingerprint = fold?.directory.fingerprint ?? zero32
  const office = await applyStatement(before, statement, fingerprint, verify)
  const head = await statementHash(signed.statement)
  const serviceKey = office.serviceKeys.at(-1) as Bytes
  const now: DirectoryAt = { head, sequence, members: office.members, serviceKey }
  const past = new Map(fold?.past).set(hex(head), now)
  const directory: Directory = {
    ...now,
    fingerprint: fold ? fingerprint : head,
    day: statement.day,
    open: office.texts !== null,
    texts: office.texts ?? zero32,
    description: office.description,
    serviceKeys: office.serviceKeys,
    tenures: tenuresAfter(fold?.directory.tenures ?? [], office.members, statement.day),
    at: (wanted) => past.get(hex(wanted)) ?? null,
  }
  return { directory, office, past }
}

/**
 * Checks a whole directory and folds it (PROTOCOL 10.1). With a fingerprint, it must be that office's.
 * Throws `WireError('directory.…')`.
 */
export async function foldDirectory(
  statements: readonly SignedStatement[],
  options: { fingerprint?: Bytes | null; verify?: Verify } = {},
): Promise<Directory> {
  let fold: Fold | null = null
  for (const statement of statements) fold = await foldNext(fold, statement, options.verify)
  must(fold !== null, 'directory.empty')
  const { directory } = fold
  must(!options.fingerprint || equal(directory.fingerprint, options.fingerprint), 'directory.wrong_fingerprint')
  return directory
}
