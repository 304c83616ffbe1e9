import type { Bytes } from './world.ts'

export interface StatementRow {
  readonly sequence: number
  readonly hash: Bytes
  readonly statement: Bytes
  /** `list16<signer b32 ‖ signature b64>` (PROTOCOL 4.1). */
  readonly signatures: Bytes
}

export interface MarkRow {
  readonly signer: Bytes
  readonly head: Bytes
  readonly day: number
  readonly signature: Bytes
}

/** What else happens, in the same transaction, when a statement is appended. */
export interface StatementEffects {
  /** Join bytes that still have to wait when the statement lands: refused with `joining.not_found` otherwise. */
  readonly waiting?: Bytes
  /** No longer waits to be admitted. */
  readonly admitted?: Bytes
  /** Signed out, and signs in from now on with the passkey and the kit that waited under another id. */
  readonly rekeyed?: { readonly member: Bytes; readonly waited: Bytes }
  /** Signed out everywhere: another role, or none. */
  readonly signedOut?: Bytes
  /** Loses passkeys and kit too, and is written to no more. */
  readonly retired?: Bytes
  /** The rehearsal's cases go. */
  readonly wipesCases?: boolean
}

export interface DirectoryStore {
  /** The newest statement's sequence and hash; `null` before the office is founded. */
  head(): Promise<Pick<StatementRow, 'sequence' | 'hash'> | null>
  statements(): Promise<readonly StatementRow[]>
  /** Appends statements in order; refused with `directory.head_moved` if another came first. Proposals are dropped. */
  append(statements: readonly StatementRow[], effects: StatementEffects): Promise<void>
  marks(): Promise<readonly MarkRow[]>
  putMark(mark: MarkRow): Promise<void>
  proposals(): Promise<readonly (Omit<StatementRow, 'sequence'> & { readonly day: number })[]>
  /** Keeps a proposal, or its signatures if it is there already. */
  putProposal(proposal: Omit<StatementRow, 'sequence'> & { readonly day: number }): Promise<void>
  /** Whether there was such a proposal. */
  dropProposal(hash: Bytes): Promise<boolean>
}
