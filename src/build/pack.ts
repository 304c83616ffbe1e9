import { createHash } from 'node:crypto'
import type { Rules } from '../client/pages/page.ts'
import { canonicalPack } from '../domain/pack/canonical.ts'
import { soundPack } from '../domain/pack/check/sound-pack.ts'
import type { PackFiles } from '../domain/pack/pack.ts'

/** SHA-256 of a canonical pack, base64url: the name by which cases and the office's description know it. */
export const packHashOf = (canonical: string): string => createHash('sha256').update(canonical).digest('base64url')

/** The rules as pages show them. @throws Error as `soundPack` */
export const rulesOfPack = (files: PackFiles): Rules => ({
  pack: soundPack(files),
  hash: packHashOf(canonicalPack(files)),
})
