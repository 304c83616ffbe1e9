/** Sizes of what crosses the wire, in bytes unless said otherwise. The first block repeats PROTOCOL 12 and 6.6. */
export const limits = {
  /** An entry’s header, with 64 members and both reporter keys. */
  header: 4_096,
  /** The largest padding bucket, its nonce and its tag. */
  ciphertext: 262_144 + 24 + 16,
  /** Mode, wrapped key, and 64 seals of 1,200 bytes. */
  seals: 1 + 2 + 48 + 2 + 64 * 1_200,
  /** What is held back of a lane: a count, and as many seals at most. */
  held: 2 + 64 * 1_200,
  batch: 8,
  summary: 644,
  /** A statement: 46 bytes around a payload of at most 32,768. */
  statement: 32_768 + 46,
  signatures: 8,
  page: 65_536,
  challenge: 52,
  visit: 47,
  wrappedSecret: 72,
  /** How many things one answer lists. */
  checkpoints: 400,
  cases: 500,
  entries: 50,
  /** How many absences one person may have ahead. */
  absences: 20,
  /** What a request body may weigh. JSON with base64url is 4/3 of the bytes it carries. */
  smallBody: 65_536,
  statementBody: 131_072,
  reportBody: 1_179_648,
  /** A report that was sealed without a connection, as a file with the files that it brings (PROTOCOL 12). */
  envelope: 13_426_951,
  batchBody: 4_194_304,
  /** Characters of a person's public label, and of a name given to a passkey. */
  label: 120,
  /** What a reporter or officer names an upload by. */
  upload: 32,
  /** Chunks of a file, parts of one, and what a part weighs (PROTOCOL 14). */
  fileChunks: 16_384,
  fileParts: 1_024,
  filePart: 16 * 65_553,
  /** Chunks that one side may bring to a case, and that one key may have under way. */
  sideChunks: 18_432,
  /** Files that one key may have under way, before an entry names them. */
  uploadsOfKey: 64,
  /** How many parts of files that no entry has named yet there may be in all (at most 16 GiB). */
  unsentParts: 16_384,
} as const

/** How long things last, in minutes. */
export const minutes = {
  challenge: 5,
  sessionIdle: 30,
  sessionAbsolute: 12 * 60,
  invitation: 7 * 24 * 60,
} as const
