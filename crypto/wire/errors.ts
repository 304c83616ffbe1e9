/** What can be wrong with bytes, whoever sent them. Stable: the catalogue of sentences is keyed by them. */
export const wireCodes = [
  'base64.malformed',
  'entry.malformed',
  'entry.bad_signature',
  'entry.bad_key',
  'seals.malformed',
  'body.malformed',
  'body.too_long',
  'body.bad_commitment',
  'body.bad_key',
  'seal.bad',
  'summary.malformed',
  'summary.bad_signature',
  'summary.wrong_head',
  'summary.wrong_author',
  'summary.too_long',
  'receipt.bad_signature',
  'mark.bad_signature',
  'mark.wrong_signer',
  'page.malformed',
  'file.altered',
  'file.too_large',
  'challenge.malformed',
  'challenge.expired',
  'checkpoint.full',
  'draft.foreign',
  'draft.wrong_key',
  'draft.altered',
  'draft.version',
  'secret.wrong_key',
  'secret.wrong_owner',
  'directory.malformed',
  'directory.empty',
  'directory.too_long',
  'directory.wrong_sequence',
  'directory.wrong_previous',
  'directory.day_went_back',
  'directory.bad_signature',
  'directory.wrong_signers',
  'directory.bad_proof',
  'directory.bad_description',
  'directory.wrong_kind',
  'directory.wrong_role',
  'directory.unknown_member',
  'directory.not_in_standing',
  'directory.reused',
  'directory.last_chief',
  'directory.wrong_fingerprint',
  'chain.wrong_case',
  'chain.wrong_sequence',
  'chain.wrong_previous',
  'chain.wrong_case_head',
  'chain.unknown_directory',
  'chain.rolled_back',
  'envelope.malformed',
  'envelope.version',
  'letter.malformed',
  'letter.wrong_key',
  'letter.bad_signature',
] as const

export type WireCode = (typeof wireCodes)[number]

/** Rules of the author table and of batches (PROTOCOL 6), the same on the service and in every reader. */
export const ruleCodes = [
  'rule.unknown_author',
  'rule.author',
  'rule.reserved_kind',
  'rule.directory_went_back',
  'rule.day_went_back',
  'rule.field',
  'rule.epoch',
  'rule.key_commitment',
  'rule.ciphertext',
  'rule.initial_readers',
  'rule.no_reader',
  'rule.seals',
  'rule.members',
  'rule.excluded',
  'rule.last_officer',
  'rule.new_key',
  'rule.too_many_keys',
  'rule.no_such_key',
  'rule.first_signature',
  'rule.not_needed',
  'rule.readers_out_of_date',
  'rule.schedule',
  'rule.nobody_held',
  'rule.not_due',
  'rule.released',
  'rule.batch',
  'rule.first_batch',
  'rule.files',
] as const

export type RuleCode = (typeof ruleCodes)[number]

/** Bytes that are not what they should be. The message is the code and never holds data. */
export class WireError extends Error {
  readonly code: WireCode
  constructor(code: WireCode) {
    super(code)
    this.name = 'WireError'
    this.code = code
  }
}

/** A well signed entry that its author was not allowed to write, or not then, or not so. */
export class RuleBroken extends Error {
  readonly code: RuleCode
  constructor(code: RuleCode) {
    super(code)
    this.name = 'RuleBroken'
    this.code = code
  }
}

/** Throws `RuleBroken(code)` unless the condition holds. */
export function rule(condition: boolean, code: RuleCode): asserts condition {
  if (!condition) throw new RuleBroken(code)
}

/** Throws `WireError(code)` unless the condition holds. */
export function must(condition: boolean, code: WireCode): asserts condition {
  if (!condition) throw new WireError(code)
}
