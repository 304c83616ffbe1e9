/**
 * The one catalogue of error codes and their HTTP status. A code is stable: pages turn it into a sentence
 * (errors.json of the messages), and it never carries anything of the request.
 */
export const errorStatus = {
  // The request as such
  'request.malformed': 400,
  'request.not_json': 415,
  'request.too_large': 413,
  'request.wrong_origin': 403,
  'request.not_found': 404,
  'request.wrong_method': 405,
  'service.failed': 500,
  'service.busy': 503,

  // The office and its directory
  'office.not_founded': 409,
  'office.already_founded': 409,
  'office.already_open': 409,
  'office.checklist': 409,
  'directory.malformed': 400,
  'directory.bad_signature': 400,
  'directory.broken_chain': 409,
  'directory.head_moved': 409,
  'directory.wrong_day': 409,
  'directory.not_allowed': 403,
  'directory.signature_missing': 409,
  'proposal.not_found': 404,

  // Joining
  'invitation.invalid': 403,
  'invitation.not_found': 404,
  'joining.not_found': 404,
  'joining.taken': 409,

  // Signing in
  'session.required': 401,
  'session.not_allowed': 403,
  'challenge.invalid': 401,
  'passkey.refused': 401,
  'passkey.unfit': 400,
  'passkey.known': 409,
  'kit.refused': 401,
  'member.not_admitted': 403,
  'credential.not_found': 404,
  'credential.last': 409,
  'credential.waiting': 403,
  'approval.refused': 403,
  'mark.refused': 400,

  // Cases
  'case.not_found': 404,
  'case.head_moved': 409,
  'case.taken': 409,
  'case.read_refused': 401,
  'identity.not_opened': 403,
  'entry.malformed': 400,
  'entry.bad_signature': 400,
  'entry.wrong_day': 409,
  'entry.too_large': 413,
  'summary.malformed': 400,
  'summary.bad_signature': 400,
  'summary.missing': 400,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

/** Whether a text is one of the catalogue's codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorStatus, text)
}
