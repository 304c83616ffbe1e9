import { createHash } from 'node:crypto'
import type { Rules } from '../client/pages/page.ts'
import { canonicalPack } from '../domain/pack/canonical.ts'
import { soundPack } from '../domain/pack/check/sound-pack.ts'
import type { PackFiles } from '../domain/pack/pack.ts'

/** The rules as pages show them, with the hash by which cases and the office's description name them. @throws Error as `soundPack` */
export const rulesOfPack = (files: PackFiles): Rules => ({
  pack: soundPack(files),
  hash: createHash('sha256').update(canonicalPack(files)).digest('base64url'),
})
