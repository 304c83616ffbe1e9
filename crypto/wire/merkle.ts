import { type Bytes, utf8 } from './bytes.ts'
import { encode, text } from './codec.ts'
import { sha256 } from './hash.ts'
import { limits } from './limits.ts'

/** One named text of a body, with the salt that keeps its hash from being guessed. */
export interface Field {
  /** 16 bytes. */
  salt: Bytes
  name: string
  value: string
}

const leafTag = Uint8Array.of(0)
const nodeTag = Uint8Array.of(1)
const nameCodec = text(limits.label)

/** The hash of one field (PROTOCOL 6.5). */
export const fieldLeaf = async (field: Field): Promise<Bytes> =>
  sha256(leafTag, field.salt, encode(nameCodec, field.name), await sha256(utf8(field.value)))

/** The hash of two neighbours. */
export const node = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(nodeTag, left, right)

/** The root over leaves in their order; an odd one moves up as it is. There must be at least one. */
export async function merkleRoot(leaves: readonly Bytes[]): Promise<Bytes> {
  let level = leaves
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => level.slice(pair * 2, pair * 2 + 2))
    level = await Promise.all(
      pairs.map(async ([left, right]) => (right ? node(left as Bytes, right) : (left as Bytes))),
    )
  }
  return level[0] as Bytes
}

/** What the header says of a body with fields. A body without any has a random commitment instead. */
export const bodyCommitment = async (fields: readonly Field[]): Promise<Bytes> =>
  merkleRoot(await Promise.all(fields.map(fieldLeaf)))
