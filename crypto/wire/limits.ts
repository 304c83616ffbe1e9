/** PROTOCOL 12 and the sizes of the primitives, in bytes unless a comment says otherwise. */
export const limits = {
  /** Body before padding. */
  body: 262_140,
  /** Readers in one seals block (a count). */
  seals: 64,
  /** Members in one header (a count). */
  members: 64,
  statementPayload: 32_768,
  /** Statements in a directory (a count). */
  statements: 10_000,
  /** Signatures beside a statement (a count). */
  signatures: 8,
  /** Entries in one batch (a count). */
  batch: 8,
  /** Days that a release day may lie ahead (a count). */
  releaseAhead: 130,
  label: 200,
  header: 4096,
} as const

export const sizes = {
  key: 32,
  hash: 32,
  signature: 64,
  memberId: 16,
  sealingKey: 1216,
  kemCiphertext: 1120,
  nonce: 24,
  tag: 16,
  sealed: 48,
  wrappedSecret: 72,
  summary: 644,
  summaryPlain: 472,
  page: 65_536,
  challenge: 52,
} as const
