import { derive, type SealingPair, type SigningPair, sealingPair, signingPair } from '../sodium/index.ts'
import type { Bytes } from '../wire/bytes.ts'
import { sealingKeyId } from '../wire/sealing-key-id.ts'
import type { Purpose } from '../wire/tag.ts'

/** The two pairs of a person: to write with, and to read with. */
export interface Pairs {
  readonly signing: SigningPair
  readonly sealing: SealingPair & { readonly id: Bytes }
}

/** Both pairs of one secret, each from its own derived seed (PROTOCOL 2). */
export async function pairsOf(secret: Bytes, signLabel: Purpose, sealLabel: Purpose): Promise<Pairs> {
  const signing = signingPair(derive(secret, signLabel, []))
  const sealing = sealingPair(derive(secret, sealLabel, []))
  return { signing, sealing: { ...sealing, id: await sealingKeyId(sealing.publicKey) } }
}
