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
  /** Further keys of a case (a count). */
  furtherKeys: 8,
  /** Entries in one batch (a count). */
  batch: 8,
  /** Days that a release day may lie ahead (a count). */
  releaseAhead: 130,
  /** What is held back of a lane: a count, and as many seals of 1,200 bytes as a seals block may have. */
  heldBlock: 2 + 64 * 1200,
  /**
   * A case that came as a file: calendar days from its receipt to its remind day and to its release day (counts). Fixed, and
   * not asked of anybody's rules: every reader reckons them anew at every look, and rules that changed meanwhile would void
   * what was right on its day. They are the longest that the model rules and their holidays come to, so that a case never
   * opens to a substitute while the office still has time.
   */
  remindAfter: 6,
  releaseAfter: 10,
  /** How old a file may be when it is handed in, in days (a count). */
  envelopeDays: 90,
  /** A first submission as a file, with both bodies as long as they may be and 64 readers. */
  envelope: 840_771,
  /** Chunks of all files that travel in it: 12 MiB, which whoever takes it in holds in memory whole (a count). */
  envelopeChunks: 192,
  label: 200,
  header: 4096,
  /** Files in one header (a count). */
  files: 32,
  /** Chunks of one file, 1 GiB (a count). */
  fileChunks: 16_384,
  /** Chunks of all files that one side, the reporter's or the office's, may bring to a case: 1 GiB and what padding adds (a count). */
  sideChunks: 18_432,
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
  /** What a reporter names an upload by before its case exists: 32 random bytes. */
  upload: 32,
  /** Of a file, before it is sealed. */
  chunk: 65_536,
  /** With its tag and its authentication code. */
  sealedChunk: 65_553,
  /** Chunks in a part (a count). */
  partChunks: 16,
} as const
