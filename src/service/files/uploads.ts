import { fromBase64url } from '../../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../../crypto/wire/bytes.ts'
import { verifySignature } from '../../../crypto/wire/ed25519.ts'
import { lawfulChunks } from '../../../crypto/wire/files.ts'
import { sha256 } from '../../../crypto/wire/hash.ts'
import { uploadRequestBytes } from '../../../crypto/wire/requests.ts'
import type { SignedUpload, Upload, UploadState } from '../../contract/files.ts'
import { limits } from '../../contract/limits.ts'
import { randomKey } from '../accepted-rows.ts'
import { demandChallenge } from '../challenges.ts'
import { Refusal, type UploadRow } from '../ports.ts'
import type { Officer } from '../session.ts'
import type { World } from '../world.ts'

/** Begins an upload for whoever holds a reporter key, of a case or of one that is to begin (PROTOCOL 14.6). */
export async function beginUpload(world: World, request: SignedUpload): Promise<void> {
  const [key, challenge] = [fromBase64url(request.key), fromBase64url(request.challenge)]
  await demandChallenge(world, 'read', challenge)
  const upload = { upload: fromBase64url(request.upload), chunks: request.chunks }
  const signed = uploadRequestBytes(world.origin, challenge, key, upload)
  if (!(await verifySignature(key, signed, fromBase64url(request.signature)))) throw new Refusal('case.read_refused')
  await begin(world, key, request)
}

/** The same for an officer, whose files are named by entries that they sign. */
export const beginUploadAsOfficer = (world: World, { member }: Officer, upload: Upload): Promise<void> =>
  begin(world, member.signingKey, upload)

/** The very same again changes nothing, so that it can be repeated after a lost answer. */
async function begin(world: World, owner: Bytes, { upload, chunks }: Upload): Promise<void> {
  const office = await world.office()
  if (!office) throw new Refusal('office.not_founded')
  if (!lawfulChunks(chunks)) throw new Refusal('request.malformed')
  const tokenHash = await sha256(fromBase64url(upload))
  const known = await world.store.files.find(tokenHash)
  if (known) {
    if (equal(known.owner, owner) && known.chunks === chunks) return
    throw new Refusal('upload.taken')
  }
  await demandRoom(world, owner, chunks)
  await world.store.files.begin({ id: randomKey(world), owner, chunks, tokenHash, day: office.today })
}

/** Without addresses nobody can be told from anybody: what one key may begin is limited, and what all have sent. */
async function demandRoom({ store }: World, owner: Bytes, chunks: number): Promise<void> {
  const [theirs, parts] = await Promise.all([store.files.uploadsOf(owner), store.files.unsentParts()])
  const total = theirs.reduce((sum, upload) => sum + upload.chunks, chunks)
  if (theirs.length >= limits.uploadsOfKey || total > limits.sideChunks) throw new Refusal('upload.too_many')
  // Parts alone: who begins without sending anything takes no room from anybody.
  if (parts >= limits.unsentParts) throw new Refusal('upload.full')
}

/** The upload of this secret. Refused with `upload.not_found` for one that is unknown, gone, or a case's by now. */
export async function uploadAt({ store }: World, upload: Bytes): Promise<UploadRow> {
  const row = await store.files.find(await sha256(upload))
  if (!row) throw new Refusal('upload.not_found')
  return row
}

/** Which parts have come. */
export async function readUpload(world: World, upload: Bytes): Promise<UploadState> {
  const { id } = await uploadAt(world, upload)
  return { parts: (await world.store.files.parts(id)).map(({ part }) => part) }
}

/** Gives an upload up. One that is gone already is no fault. */
export async function cancelUpload(world: World, upload: Bytes): Promise<void> {
  const row = await world.store.files.find(await sha256(upload))
  if (row) await world.store.files.drop(row.id)
}
