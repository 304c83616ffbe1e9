import { type Bytes, nothing } from './bytes.ts'
import { decode, encode, fixed, list16, struct, v16 } from './codec.ts'
import { limits, sizes } from './limits.ts'
import { type SealMode, sealModeCodec } from './types.ts'

/** A key sealed to one reader (PROTOCOL 5.4). */
export interface Seal {
  /** The sealing key id of the reader, 32 bytes. */
  reader: Bytes
  kemCiphertext: Bytes
  /** The sealed 32 bytes with their tag, 48 bytes. */
  sealed: Bytes
}

/** What travels beside an entry that changes who can read (PROTOCOL 5.5). */
export interface SealsBlock {
  mode: SealMode
  /** The content key before this one under the new one, 48 bytes; empty where no epoch goes before. */
  previousKey: Bytes
  seals: Seal[]
}

export const sealCodec = struct<Seal>({
  reader: fixed(sizes.hash),
  kemCiphertext: fixed(sizes.kemCiphertext),
  sealed: fixed(sizes.sealed),
})

const sealsCodec = struct<SealsBlock>({
  mode: sealModeCodec,
  previousKey: v16(sizes.sealed),
  seals: list16(sealCodec, limits.seals),
})

/** The bytes of a seals block; none for an entry without seals. */
export const encodeSeals = (block: SealsBlock | null): Bytes => (block === null ? nothing : encode(sealsCodec, block))

/** Throws `seals.malformed`. An empty block is `null`. */
export const decodeSeals = (bytes: Uint8Array): SealsBlock | null =>
  bytes.length === 0 ? null : decode(sealsCodec, bytes, 'seals.malformed')

/** The bytes of one seal, as the inbox gets it. */
export const encodeSeal = (seal: Seal): Bytes => encode(sealCodec, seal)

/** Throws `seals.malformed`. */
export const decodeSeal = (bytes: Uint8Array): Seal => decode(sealCodec, bytes, 'seals.malformed')
