import { type Kind, kindOf, kinds } from './kinds.ts'
import type { about, lineShapes } from './line-shapes.ts'
import type { TypeOf } from './shape.ts'

/** A pack as it lies in its folder: each file's JSON under its name, such as `clocks/intake.json`. */
export type PackFiles = Readonly<Record<string, unknown>>

export type LineOf<K extends Kind> = TypeOf<(typeof lineShapes)[K]>

/** A pack that was read: the lines of each kind, in the order of their files. */
export type Pack = { readonly about: TypeOf<typeof about> } & { readonly [K in Kind]: readonly LineOf<K>[] }

export const aboutFile = 'pack.json'

/** Reads the files of a pack that `checkPack` found no fault with. Pages use it too: it knows no shapes. */
export function readPack(files: PackFiles): Pack {
  const lines = (kind: Kind) =>
    Object.keys(files)
      .filter((file) => kindOf(file) === kind)
      .flatMap((file) => files[file] as readonly unknown[])
  const read = Object.fromEntries(kinds.map((kind) => [kind, lines(kind)]))
  return { about: files[aboutFile], ...read } as unknown as Pack
}
