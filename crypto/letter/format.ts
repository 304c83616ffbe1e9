import { type Bytes, utf8 } from '../wire/bytes.ts'
import { day, fixed, struct, text, v32, versioned } from '../wire/codec.ts'
import { limits, sizes } from '../wire/limits.ts'
import { buckets } from '../wire/padding-sizes.ts'

/** What a letter says, and who says it. */
export interface Letter {
  /** The hash of the office's founding statement (PROTOCOL 2.4). */
  readonly fingerprint: Bytes
  /** The head of the directory that the sender knew: it tells who was in standing. */
  readonly directory: Bytes
  readonly day: number
  readonly office: string
  readonly sender: string
  readonly recipient: string
  /** UTF-8, at most 253,948 bytes. */
  readonly text: Bytes
}

/** A letter as it is signed: by whom, and bound to its container (PROTOCOL 17.2). */
export interface LetterStatement extends Letter {
  readonly salt: Bytes
  readonly check: Bytes
  readonly author: Bytes
}

/** What a name can have, in bytes: of the office, of whoever signs, of the recipient. */
const NAME = 2000
const name = text(NAME)

/** What the text can have, in bytes: the body of an entry without the names, keys and hashes beside it. */
const TEXT = limits.body - 8192

/** Whether a letter fits into a container. */
export const fitsInside = ({ office, sender, recipient, text: said }: Letter): boolean =>
  said.length <= TEXT && [office, sender, recipient].every((one) => utf8(one.normalize('NFC')).length <= NAME)

export const letterStatement = versioned(
  1,
  struct<LetterStatement>({
    salt: fixed(sizes.hash),
    check: fixed(sizes.hash),
    fingerprint: fixed(sizes.hash),
    directory: fixed(sizes.hash),
    author: fixed(sizes.key),
    day,
    office: name,
    sender: name,
    recipient: name,
    text: v32(TEXT),
  }),
)

/** What is encrypted, before padding (PROTOCOL 17.3). */
export const signedLetter = struct<{ readonly statement: Bytes; readonly signature: Bytes }>({
  statement: v32(limits.body),
  signature: fixed(sizes.signature),
})

/** A container without the hash at its end (PROTOCOL 17.3). */
export const sealedPart = versioned(
  1,
  struct<{ readonly salt: Bytes; readonly check: Bytes; readonly ciphertext: Bytes }>({
    salt: fixed(sizes.hash),
    check: fixed(sizes.hash),
    ciphertext: v32(Math.max(...buckets) + sizes.tag),
  }),
)
