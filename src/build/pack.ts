import { createHash } from 'node:crypto'
import type { Rules } from '../client/pages/page.ts'
import { soundPack } from '../domain/pack/check/sound-pack.ts'
import type { PackFiles } from '../domain/pack/pack.ts'
import { manifestOf, partsOf } from '../domain/pack/parts.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** A pack as it is published: its parts and the manifest that names them, each by the hash of its text (base64url). */
export interface PublishedPack {
  /** Of the manifest: the name by which cases and the office's description know the pack. */
  readonly hash: string
  readonly texts: ReadonlyMap<string, string>
}

export const publishPack = (files: PackFiles): PublishedPack => {
  const parts = Object.entries(partsOf(files))
  const manifest = manifestOf(Object.fromEntries(parts.map(([name, text]) => [name, hashOf(text)])))
  const texts = [manifest, ...parts.map(([, text]) => text)]
  return { hash: hashOf(manifest), texts: new Map(texts.map((text) => [hashOf(text), text])) }
}

/** The rules as pages show them. @throws Error as `soundPack` */
export const rulesOfPack = (files: PackFiles): Rules => ({ pack: soundPack(files), hash: publishPack(files).hash })
