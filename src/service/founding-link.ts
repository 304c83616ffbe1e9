import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { World } from './world.ts'

/** The one-time link that founds the office, its token in the fragment; `null` once there is an office. */
export async function foundingLink(world: World): Promise<string | null> {
  if (await world.store.directory.head()) return null
  return `${world.origin}/en/office/#found=${toBase64url(world.secrets.foundingToken)}`
}
