/** The keyless half of the protocol: what the service shares with every reader. */
export { applyBatch } from './apply-batch.ts'
export { applyEntry, applyVoid } from './apply-entry.ts'
export { authorTable } from './author-table.ts'
export { fromBase64url, toBase64url } from './base64url.ts'
export {
  type Bytes,
  compare,
  concat,
  equal,
  fromUtf8,
  hex,
  isZero,
  nothing,
  utf8,
  xor,
  zero32,
} from './bytes.ts'
export { type CarriedFile, carriedFiles } from './carried-files.ts'
export { type CaseState, emptyCase, type Holder, type LaneState } from './case-state.ts'
export { challengeLife, checkChallenge, makeChallenge } from './challenge.ts'
export { type Checkpoint, checkpointBytes, checkpointHash } from './checkpoint.ts'
export { type DayTree, dayTree, receiptLeaf, rootOf, treeDepth } from './checkpoint-tree.ts'
export { dated } from './dated.ts'
export { type Directory, type DirectoryAt, type Fold, foldDirectory, foldNext } from './directory.ts'
export { signersOf } from './directory-signers.ts'
export { acceptablePoint, type Verify, verifyByWebCrypto } from './ed25519.ts'
export { entryCore, type SignedEntry, type VerifiedEntry, verifyEntry } from './entry.ts'
export { decodeEnvelope, type Envelope, encodeEnvelope } from './envelope.ts'
export { RuleBroken, type RuleCode, ruleCodes, type WireCode, WireError, wireCodes } from './errors.ts'
export {
  chunksIn,
  fileHash,
  lawfulChunks,
  type NamedFile,
  paddedChunks,
  partLength,
  partsOf,
} from './files.ts'
export { fingerprintDigits } from './fingerprint.ts'
export { type FurtherKey, furtherKey, type Readmission, type Standing } from './further-keys.ts'
export { hmacUnder, sha256 } from './hash.ts'
export { decodeHeader, type EntryHeader, encodeHeader } from './header.ts'
export { decodeHeld, encodeHeld, type HeldBlocks, heldHash, heldMatches } from './held-block.ts'
export { declinesLimit, wantedHeld } from './held-members.ts'
export { hasReader, isSafe, isSettled, missingHolders, wantedHolders } from './holders.ts'
export { decodeJoin, encodeJoin, type FirstKeys, type Join, joinCodeHash, joinProofBytes } from './join.ts'
export { limits, sizes } from './limits.ts'
export { checkMark, type Mark, markBytes, newestMark } from './mark.ts'
export { initialReaders, inStanding, type Member, withId } from './member.ts'
export { bodyCommitment, type Field, fieldLeaf } from './merkle.ts'
export { buckets, sealingOverhead } from './padding-sizes.ts'
export {
  type AcceptedEntry,
  decodePage,
  decodeStream,
  encodePage,
  encodeStreamed,
  type Page,
  pageCapacity,
} from './page.ts'
export { decodePayload, encodePayload, type Payloads } from './payloads.ts'
export { isAbandoned, lanesInReach } from './reach.ts'
export { type Receipt, receiptBytes, verifyReceipt } from './receipt.ts'
export { isReleased, releasedIn } from './released-in.ts'
export {
  authorshipBytes,
  credentialBytes,
  kitSignInBytes,
  readFileRequestBytes,
  readRequestBytes,
  uploadRequestBytes,
} from './requests.ts'
export { acceptableSealingKey } from './sealing-key.ts'
export { sealingKeyId } from './sealing-key-id.ts'
export { decodeSeal, decodeSeals, encodeSeal, encodeSeals, type Seal, type SealsBlock } from './seals-block.ts'
export { serviceShareHash, shareMaskHash, shareMatches, shareWanted } from './share-hash.ts'
export {
  decodeSignedStatement,
  decodeStatement,
  encodeSignedStatement,
  encodeStatement,
  type SignedStatement,
  type Statement,
  type StatementKind,
  type StatementSignature,
  statementCore,
  statementHash,
} from './statement.ts'
export { checkSummary, decodeSummary, encodeSummary, type Summary, summaryBytes } from './summary.ts'
export { type Purpose, tag } from './tag.ts'
export type { Tenure } from './tenures.ts'
export { type Kind, type Lane, lanes, type Role, roles, type SealMode } from './types.ts'
