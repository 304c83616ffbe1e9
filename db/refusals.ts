import type { ErrorCode } from '../src/contract/errors.ts'
import { Refusal } from '../src/service/ports.ts'

/** How SQLite words a broken precondition (triggers give the code itself), and what that means to a person. */
const meanings: readonly (readonly [text: string, code: ErrorCode])[] = [
  ['case.head_moved', 'case.head_moved'],
  ['directory.head_moved', 'directory.head_moved'],
  ['service.busy', 'service.busy'],
  ['upload.not_found', 'upload.not_found'],
  ['file.missing', 'file.missing'],
  ['database or disk is full', 'service.busy'],
  ['case.taken', 'case.taken'],
  ['UNIQUE constraint failed: cases.', 'case.taken'],
  ['UNIQUE constraint failed: further_keys.key', 'case.taken'],
  ['UNIQUE constraint failed: credentials.id', 'passkey.known'],
  ['UNIQUE constraint failed: files.token_hash', 'upload.taken'],
  ['UNIQUE constraint failed: parts.', 'upload.other_part'],
  ['UNIQUE constraint failed: case_files.', 'file.missing'],
  ['UNIQUE constraint failed: joining.', 'joining.taken'],
  ['UNIQUE constraint failed: kits.', 'kit.refused'],
  ['UNIQUE constraint failed: used_challenges.hash', 'challenge.invalid'],
  ['NOT NULL constraint failed: joining.role', 'invitation.invalid'],
  ['NOT NULL constraint failed: sessions.member_id', 'session.required'],
  ['NOT NULL constraint failed: credentials.member_id', 'session.required'],
  ['NOT NULL constraint failed: kits.member_id', 'session.required'],
  ['NOT NULL constraint failed: statements.statement', 'joining.not_found'],
]

/** The refusal that a database error stands for; the error itself if it is none. */
export function refusalOf(error: unknown): unknown {
  const message = error instanceof Error ? error.message : ''
  const meaning = meanings.find(([text]) => message.includes(text))
  return meaning ? new Refusal(meaning[1]) : error
}
