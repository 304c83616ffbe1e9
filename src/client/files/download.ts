import { type Bytes, type NamedFile, partLength, partsOf } from '../../../crypto/wire/index.ts'
import { type CryptoWorker, dispose, type Progress } from '../worker/proxy.ts'
import { again } from './again.ts'
import type { FileLines } from './lines.ts'

/** What is read: as the signed header names it (`hash`, `chunks`) and the sealed body opens it (`key`, `size`). */
export interface ToDownload {
  readonly call: CryptoWorker['call']
  readonly lines: Pick<FileLines, 'read'>
  readonly file: NamedFile & { readonly key: Bytes; readonly size: number }
  /** Hears how far it has come, in sealed bytes. */
  readonly tell?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * The bytes of a file in their order, about a megabyte at a time; the next part is on its way while one is used. Nothing
 * of what was given counts before it has ended well. @throws an error with code `file.altered`, or what `lines` throws
 */
export async function* downloadOf({ call, lines, file, tell, signal }: ToDownload): AsyncGenerator<Bytes, void> {
  const { hash, chunks } = file
  const { file: hand } = await call('beginOpening', { named: file })
  const fetched = (part: number): Promise<Bytes> => {
    const bytes = again(() => lines.read(hash, part), signal)
    // Whoever stops in the middle waits for nothing that is still on its way.
    bytes.catch(() => undefined)
    return bytes
  }
  try {
    let [done, total] = [0, 0]
    for (let part = 0; part < partsOf(chunks); part += 1) total += partLength(chunks, part)
    let next = fetched(0)
    for (let part = 0; part < partsOf(chunks); part += 1) {
      const sealed = await next
      signal?.throwIfAborted()
      if (part + 1 < partsOf(chunks)) next = fetched(part + 1)
      const plain = await call('openPart', { file: hand, sealed })
      dispose(sealed)
      done += partLength(chunks, part)
      tell?.({ done, total })
      yield plain
    }
  } finally {
    await call('dropFile', { file: hand })
  }
}
