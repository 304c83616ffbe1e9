import { type Bytes, concat, zero32 } from './bytes.ts'
import { decode, encode, fixed, struct, text, u8 } from './codec.ts'
import { sha256 } from './hash.ts'
import { limits, sizes } from './limits.ts'
import { tag } from './tag.ts'
import { type Role, roleCodec } from './types.ts'

/** Who a person will be in the directory, and with which keys (PROTOCOL 4.3). */
export interface Join {
  memberId: Bytes
  role: Role
  /** 0 to 3. */
  clearance: number
  label: string
  signingKey: Bytes
  sealingKey: Bytes
}

/** Layout of the join bytes, which also stand at the front of three kinds of statement payload. */
export const joinCodec = struct<Join>({
  memberId: fixed(sizes.memberId),
  role: roleCodec,
  clearance: u8,
  label: text(limits.label),
  signingKey: fixed(sizes.key),
  sealingKey: fixed(sizes.sealingKey),
})

export const encodeJoin = (join: Join): Bytes => encode(joinCodec, join)

/** Throws `directory.malformed`. */
export const decodeJoin = (bytes: Uint8Array): Join => decode(joinCodec, bytes, 'directory.malformed')

/** What the new signing key signs to prove that it is held. The fingerprint is zero in the founding statement. */
export const joinProofBytes = (fingerprint: Bytes, join: Bytes): Bytes => concat(tag('join'), fingerprint, join)

/** What two people compare over another channel; the first 88 bits are shown as 8 words (PROTOCOL 2.5). */
export const joinCodeHash = (join: Bytes): Promise<Bytes> => sha256(tag('join-code'), join)

/** What a person signs in with from the first day: a passkey's attestation object as it was sent, and a kit's public key. */
export interface FirstKeys {
  readonly attestation: Bytes
  readonly kit: Bytes | null
}

/** What the new signing key signs, so that nobody else's passkey or kit is kept beside these join bytes (PROTOCOL 4.3). */
export const keptBytes = async (join: Bytes, { attestation, kit }: FirstKeys): Promise<Bytes> =>
  concat(tag('kept'), await sha256(join), await sha256(attestation), kit ?? zero32)
