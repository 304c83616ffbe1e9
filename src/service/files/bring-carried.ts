import type { Bytes } from '../../../crypto/wire/bytes.ts'
import { type CarriedFile, carriedFiles } from '../../../crypto/wire/carried-files.ts'
import type { VerifiedEntry } from '../../../crypto/wire/entry.ts'
import { partsOf } from '../../../crypto/wire/files.ts'
import { lanes } from '../../../crypto/wire/types.ts'
import { limits } from '../../contract/limits.ts'
import { randomKey } from '../accepted-rows.ts'
import type { CurrentOffice } from '../current-office.ts'
import { type BoundFile, Refusal } from '../ports.ts'
import type { World } from '../world.ts'
import { writePart } from './keep-part.ts'

/** What came in one piece: the entries, and the sealed files that they name, one behind the other. */
interface Carrying {
  readonly entries: readonly VerifiedEntry[]
  readonly files: Bytes
}

/**
 * Keeps the files that travelled inside a sealed file, as uploads that nobody else can name, and begins the case with them
 * once all are there. What no case took over is given up at once, and swept later where even that fails. Refused with
 * `envelope.malformed`, with `upload.full` where there is no room, and with whatever `begin` is.
 */
export async function bringCarried(
  world: World,
  office: CurrentOffice,
  { entries, files }: Carrying,
  begin: (files: readonly BoundFile[]) => Promise<void>,
): Promise<void> {
  const named = entries.flatMap(({ header: { author, lane, files: own } }) =>
    own.map((file) => ({ ...file, author, lane: lanes[lane] })),
  )
  const carried = await carriedFiles(files, named)
  await demandRoom(world, carried)
  const begun: BoundFile[] = []
  try {
    for (const { author: owner, lane, ...file } of carried) {
      const id = randomKey(world)
      const upload = { id, owner, chunks: file.chunks, tokenHash: world.random(32), day: office.today }
      await world.store.files.begin(upload)
      begun.push({ id, lane, hash: file.hash })
      for (const [part, sealed] of file.parts.entries()) {
        await writePart(world, office.today, { fileId: id, part, ...sealed })
      }
    }
    await begin(begun)
  } catch (error) {
    await Promise.allSettled(begun.map(({ id }) => world.store.files.drop(id)))
    throw error
  }
}

async function demandRoom({ store }: World, carried: readonly CarriedFile[]): Promise<void> {
  const parts = carried.reduce((sum, { chunks }) => sum + partsOf(chunks), 0)
  if (parts > 0 && (await store.files.unsentParts()) + parts > limits.unsentParts) throw new Refusal('upload.full')
}
