import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { decode, fixed, list16, struct } from '../../crypto/wire/codec.ts'
import { type Directory, type Fold, foldNext } from '../../crypto/wire/directory.ts'
import type { StatementSignature } from '../../crypto/wire/statement.ts'
import { type Description, descriptionOf } from '../contract/description.ts'
import { civilDayNumber } from '../domain/headquarters-day.ts'
import type { Clock, StatementRow, Store } from './ports.ts'

/** The office as its directory makes it now, and what day it is there. */
export interface CurrentOffice {
  readonly fold: Fold
  readonly directory: Directory
  readonly timeZone: string
  /** Days since 1970. */
  readonly today: number
}

export const signatureList = list16(struct<StatementSignature>({ signer: fixed(32), signature: fixed(64) }), 8)

/** The time zone before an office has described itself. */
export const defaultTimeZone = 'UTC'

/**
 * Folds the directory once and then takes in only what is new: every statement is verified once in the life of the
 * process, and each request asks the database for nothing but the head.
 */
export function officeKeeper(store: Store, clock: Clock): () => Promise<CurrentOffice | null> {
  let kept: { fold: Fold; description: Description | null } | null = null

  return async () => {
    const head = await store.directory.head()
    if (!head) return null
    if (!kept || !equal(kept.fold.directory.head, head.hash)) {
      const fold = await caughtUp(kept?.fold ?? null, await store.directory.statements())
      kept = { fold, description: descriptionOf(fold.directory.description) }
    }
    const { fold, description } = kept
    const timeZone = description?.timeZone ?? defaultTimeZone
    return {
      fold,
      directory: fold.directory,
      timeZone,
      today: civilDayNumber(clock(), timeZone),
    }
  }
}

async function caughtUp(from: Fold | null, rows: readonly StatementRow[]): Promise<Fold> {
  let fold = from
  for (const row of rows.slice(from ? from.directory.sequence + 1 : 0)) {
    fold = await foldNext(fold, { statement: row.statement, signatures: signaturesOf(row.signatures) })
  }
  if (!fold) throw new Error('There is a head without statements')
  return fold
}

export const signaturesOf = (bytes: Bytes): StatementSignature[] => decode(signatureList, bytes, 'directory.malformed')
