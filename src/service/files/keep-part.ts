import { type Bytes, equal } from '../../../crypto/wire/bytes.ts'
import { partLength, partsOf } from '../../../crypto/wire/files.ts'
import { sha256 } from '../../../crypto/wire/hash.ts'
import { limits } from '../../contract/limits.ts'
import { Refusal, type UploadRow } from '../ports.ts'
import type { World } from '../world.ts'
import { uploadAt } from './uploads.ts'

/** One part of a file as it came. */
export interface SentPart {
  readonly upload: Bytes
  readonly part: number
  /** What its sender says is its hash. */
  readonly hash: Bytes
  readonly bytes: Bytes
}

/**
 * Keeps one part of a file. The same again is fine; refused with `upload.other_part` for another in its place,
 * `upload.wrong_part` for one of the wrong length or hash, `upload.full` where there is no room.
 */
export async function keepPart(world: World, sent: SentPart): Promise<void> {
  const upload = await uploadAt(world, sent.upload)
  await demandSound(upload, sent)
  if (await isThere(world, upload, sent)) return
  if ((await world.store.files.unsentParts()) >= limits.unsentParts) throw new Refusal('upload.full')
  try {
    const office = await world.office()
    if (!office) throw new Refusal('office.not_founded')
    await writePart(world, office.today, { ...sent, fileId: upload.id })
  } catch (error) {
    // Sent twice at once: the second finds the place taken, and looks again by what.
    const twice = error instanceof Refusal && error.code === 'upload.other_part'
    if (!(twice && (await isThere(world, upload, sent)))) throw error
  }
}

async function demandSound({ chunks }: UploadRow, { part, hash, bytes }: SentPart): Promise<void> {
  const there = Number.isInteger(part) && part >= 0 && part < partsOf(chunks)
  if (!there || bytes.length !== partLength(chunks, part)) throw new Refusal('upload.wrong_part')
  if (!equal(await sha256(bytes), hash)) throw new Refusal('upload.wrong_part')
}

/** Whether this very part has come before. */
async function isThere({ store }: World, { id }: UploadRow, { part, hash }: SentPart): Promise<boolean> {
  const before = await store.files.partHash(id, part)
  if (before && !equal(before, hash)) throw new Refusal('upload.other_part')
  return before !== null
}

/** A part of which it is known that it is sound, and of which upload it is. */
interface SoundPart extends Omit<SentPart, 'upload'> {
  readonly fileId: number
}

/**
 * The name was announced before, then the bytes are written, then the part is there: wherever this is cut off, what was
 * written is found again and deleted.
 */
export async function writePart(world: World, today: number, { bytes, fileId, part, hash }: SoundPart): Promise<void> {
  const blob = await world.blobName(today)
  await world.blobs.put(blob, bytes)
  await world.store.files.addPart({ fileId, part, hash, blob })
}
