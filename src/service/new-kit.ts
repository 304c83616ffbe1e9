import { fromBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import type { NewKit } from '../contract/passkeys.ts'
import { useUp } from './challenges.ts'
import type { KitRow } from './ports.ts'
import { demandKitProof } from './sign-in.ts'
import type { World } from './world.ts'

/** A kit to be kept, once its signature has shown that it was written down and typed back. */
export async function testedKit(world: World, kit: NewKit, memberId: Bytes, created: number): Promise<KitRow> {
  await useUp(world, await demandKitProof(world, kit))
  return {
    publicKey: fromBase64url(kit.publicKey),
    memberId,
    wrappedSecret: fromBase64url(kit.wrappedSecret),
    created,
  }
}
