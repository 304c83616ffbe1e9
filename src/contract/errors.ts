/** What can be wrong with a request as such, or with the service. */
const ofRequests = {
  'request.malformed': 400,
  'request.not_json': 415,
  'request.too_large': 413,
  'request.wrong_origin': 403,
  'request.not_found': 404,
  'request.wrong_method': 405,
  'service.failed': 500,
  'service.busy': 503,
} as const

const ofPeople = {
  'office.not_founded': 409,
  'office.already_founded': 409,
  'office.already_open': 409,
  'office.checklist': 409,
  'proposal.not_found': 404,
  'invitation.invalid': 403,
  'invitation.not_found': 404,
  'joining.not_found': 404,
  'joining.taken': 409,
  'member.not_admitted': 403,
  'absence.overlap': 409,
  'absence.cover': 409,
  'mail.not_found': 404,
} as const

const ofSigningIn = {
  'session.required': 401,
  'session.not_allowed': 403,
  'challenge.invalid': 401,
  'passkey.refused': 401,
  'passkey.unfit': 400,
  'passkey.known': 409,
  'kit.refused': 401,
  'credential.not_found': 404,
  'credential.last': 409,
  'credential.waiting': 403,
  'approval.refused': 403,
} as const

const ofCases = {
  'case.not_found': 404,
  'case.head_moved': 409,
  'case.full': 409,
  'case.taken': 409,
  'case.read_refused': 401,
  'identity.not_opened': 403,
  'entry.wrong_day': 409,
  'summary.missing': 400,
} as const

/** Files on their way and at rest. `file.changed` is met by the page that reads one. */
const ofFiles = {
  'file.changed': 409,
  'file.missing': 409,
  'file.not_found': 404,
  'upload.not_found': 404,
  'upload.taken': 409,
  'upload.too_many': 409,
  'upload.full': 503,
  'upload.wrong_part': 400,
  'upload.other_part': 409,
} as const

/** A file that was sealed without a connection and is handed in (PROTOCOL 19). */
const ofSealedFiles = {
  'envelope.foreign': 400,
  'envelope.day_ahead': 422,
  'envelope.too_old': 422,
  'envelope.no_reader': 422,
} as const

/** The codes of `crypto/wire`, which judges signed bytes on the service as in every reader. Some only readers meet. */
const ofSignedBytes = {
  'base64.malformed': 400,
  'entry.malformed': 400,
  'entry.bad_signature': 400,
  'entry.bad_key': 400,
  'seals.malformed': 400,
  'body.malformed': 400,
  'body.too_long': 400,
  'body.bad_commitment': 400,
  'body.bad_key': 400,
  'seal.bad': 400,
  'share.bad': 400,
  'held.bad': 400,
  'summary.malformed': 400,
  'summary.bad_signature': 400,
  'summary.wrong_head': 400,
  'summary.wrong_author': 400,
  'summary.too_long': 400,
  'receipt.bad_signature': 400,
  'mark.bad_signature': 400,
  'mark.wrong_signer': 400,
  'page.malformed': 400,
  'file.altered': 400,
  'file.too_large': 413,
  'challenge.malformed': 400,
  'challenge.expired': 400,
  'checkpoint.full': 503,
  'draft.foreign': 400,
  'draft.wrong_key': 400,
  'draft.altered': 400,
  'draft.version': 400,
  'envelope.malformed': 400,
  'envelope.version': 400,
  'letter.malformed': 400,
  'letter.wrong_key': 400,
  'letter.bad_signature': 400,
  'secret.wrong_key': 400,
  'secret.wrong_owner': 400,
  'directory.malformed': 400,
  'directory.empty': 409,
  'directory.too_long': 409,
  'directory.wrong_sequence': 409,
  'directory.wrong_previous': 409,
  'directory.head_moved': 409,
  'directory.day_went_back': 409,
  'directory.wrong_day': 409,
  'directory.bad_signature': 400,
  'directory.wrong_signers': 403,
  'directory.wrong_service_key': 400,
  'directory.bad_proof': 400,
  'directory.bad_description': 400,
  'directory.wrong_kind': 400,
  'directory.wrong_role': 400,
  'directory.unknown_member': 409,
  'directory.not_in_standing': 409,
  'directory.reused': 409,
  'directory.last_chief': 409,
  'directory.one_chief': 409,
  'directory.wrong_fingerprint': 400,
  'chain.wrong_case': 400,
  'chain.wrong_sequence': 409,
  'chain.wrong_previous': 409,
  'chain.wrong_case_head': 409,
  'chain.unknown_directory': 409,
  'chain.rolled_back': 409,
} as const

/** The rules of PROTOCOL 6 that a well signed entry can break. */
const ofRules = {
  'rule.unknown_author': 403,
  'rule.author': 403,
  'rule.reserved_kind': 422,
  'rule.directory_went_back': 422,
  'rule.day_went_back': 422,
  'rule.field': 422,
  'rule.epoch': 422,
  'rule.key_commitment': 422,
  'rule.ciphertext': 422,
  'rule.initial_readers': 422,
  'rule.no_reader': 422,
  'rule.seals': 422,
  'rule.members': 422,
  'rule.excluded': 403,
  'rule.last_officer': 422,
  'rule.new_key': 422,
  'rule.too_many_keys': 422,
  'rule.no_such_key': 422,
  'rule.first_signature': 422,
  'rule.not_needed': 422,
  'rule.readers_out_of_date': 409,
  'rule.schedule': 422,
  'rule.nobody_held': 422,
  'rule.not_due': 422,
  'rule.released': 403,
  'rule.batch': 422,
  'rule.first_batch': 422,
  'rule.files': 422,
} as const

/**
 * The one catalogue of error codes and their HTTP status. A code is stable: pages turn it into a sentence, and it never
 * carries anything of the request.
 */
export const errorStatus = {
  ...ofRequests,
  ...ofPeople,
  ...ofSigningIn,
  ...ofCases,
  ...ofFiles,
  ...ofSealedFiles,
  ...ofSignedBytes,
  ...ofRules,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

/** Whether a text is one of the catalogue's codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorStatus, text)
}
