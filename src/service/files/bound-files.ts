import { toBase64url } from '../../../crypto/wire/base64url.ts'
import type { Bytes } from '../../../crypto/wire/bytes.ts'
import type { VerifiedEntry } from '../../../crypto/wire/entry.ts'
import { fileHash, type NamedFile, partsOf } from '../../../crypto/wire/files.ts'
import { lanes } from '../../../crypto/wire/types.ts'
import { type BoundFile, Refusal } from '../ports.ts'
import type { World } from '../world.ts'

/** Ids of uploads that are there whole, by what a header names them by. */
type WholeUploads = ReadonlyMap<string, number>

const nameOf = ({ hash, chunks }: NamedFile): string => `${chunks} ${toBase64url(hash)}`

/**
 * The uploads that the headers of a batch name, each by its author. Refused with `file.missing` if one is not there whole.
 * The store is asked once for each author, however many files there are.
 */
export async function boundFiles(world: World, entries: readonly VerifiedEntry[]): Promise<readonly BoundFile[]> {
  const withFiles = entries.map(({ header }) => header).filter(({ files }) => files.length > 0)
  const authors = new Map(withFiles.map(({ author }) => [toBase64url(author), author]))
  const known = new Map<string, WholeUploads>()
  for (const [name, author] of authors) known.set(name, await wholeUploads(world, author))
  return withFiles.flatMap(({ author, lane, files }) =>
    files.map((named) => {
      const id = known.get(toBase64url(author))?.get(nameOf(named))
      if (id === undefined) throw new Refusal('file.missing')
      return { id, lane: lanes[lane], hash: named.hash }
    }),
  )
}

async function wholeUploads({ store }: World, author: Bytes): Promise<WholeUploads> {
  const uploads = Map.groupBy(await store.files.partsOf(author), ({ id }) => id)
  const named = [...uploads].map(async ([id, parts]): Promise<[string, number][]> => {
    const chunks = parts[0]?.chunks ?? 0
    if (parts.length !== partsOf(chunks)) return []
    const hashes = parts.map(({ hash }) => hash)
    return [[nameOf({ hash: await fileHash(chunks, hashes), chunks }), id]]
  })
  return new Map((await Promise.all(named)).flat())
}
