import type { Bytes } from '../../../crypto/wire/index.ts'
import type { SealedPart } from './file-sealing.ts'

/** Parts of files, a megabyte each, move to the page: copies of them would gather on both sides. */
const moving: Readonly<Record<string, (value: never) => readonly ArrayBuffer[]>> = {
  sealPart: ({ bytes }: SealedPart) => [bytes.buffer],
  openPart: ({ buffer }: Bytes) => [buffer],
}

/** What of the answer to a call goes to the page without staying in the worker. */
export const movedBy = (name: string, value: unknown): readonly ArrayBuffer[] =>
  Object.hasOwn(moving, name) ? (moving[name]?.(value as never) ?? []) : []
