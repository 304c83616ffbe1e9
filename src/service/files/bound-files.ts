import { equal } from '../../../crypto/wire/bytes.ts'
import type { VerifiedEntry } from '../../../crypto/wire/entry.ts'
import { fileHash, type NamedFile, partsOf } from '../../../crypto/wire/files.ts'
import { lanes } from '../../../crypto/wire/types.ts'
import { type BoundFile, Refusal, type UploadRow } from '../ports.ts'
import type { World } from '../world.ts'

/** The uploads that the headers of a batch name, each by its author. Refused with `file.missing` if one is not there whole. */
export async function boundFiles(world: World, entries: readonly VerifiedEntry[]): Promise<readonly BoundFile[]> {
  const bound: BoundFile[] = []
  for (const { header } of entries) {
    if (header.files.length === 0) continue
    const uploads = await world.store.files.uploadsOf(header.author)
    for (const named of header.files) {
      const id = await uploadOf(world, uploads, named)
      bound.push({ id, lane: lanes[header.lane], hash: named.hash })
    }
  }
  return bound
}

async function uploadOf(world: World, uploads: readonly UploadRow[], named: NamedFile): Promise<number> {
  for (const { id, chunks } of uploads) {
    if (chunks === named.chunks && (await isWhole(world, id, named))) return id
  }
  throw new Refusal('file.missing')
}

async function isWhole({ store }: World, id: number, { hash, chunks }: NamedFile): Promise<boolean> {
  const parts = await store.files.parts(id)
  if (parts.length !== partsOf(chunks)) return false
  const hashes = parts.map((part) => part.hash)
  return equal(await fileHash(chunks, hashes), hash)
}
