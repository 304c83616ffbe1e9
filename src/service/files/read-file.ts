import { fromBase64url } from '../../../crypto/wire/base64url.ts'
import type { Bytes } from '../../../crypto/wire/bytes.ts'
import { verifySignature } from '../../../crypto/wire/ed25519.ts'
import { readFileRequestBytes } from '../../../crypto/wire/requests.ts'
import type { ReadFileRequest } from '../../contract/files.ts'
import { demandChallenge } from '../challenges.ts'
import { Refusal } from '../ports.ts'
import type { Officer } from '../session.ts'
import type { World } from '../world.ts'

/** One part of a file of the reporter's case (PROTOCOL 14.7). An unknown key, file or part gets one refusal. */
export async function readFile(world: World, request: ReadFileRequest): Promise<Bytes> {
  const [key, challenge] = [fromBase64url(request.key), fromBase64url(request.challenge)]
  await demandChallenge(world, 'read', challenge)
  const wanted = { hash: fromBase64url(request.file), part: request.part }
  const signed = readFileRequestBytes(world.origin, challenge, key, wanted)
  if (!(await verifySignature(key, signed, fromBase64url(request.signature)))) throw new Refusal('case.read_refused')
  return bytesAt(world, await world.store.files.blobForReporter(key, wanted.hash, wanted.part))
}

/** One part of a file of a case that an officer reads. */
export async function readFileAsOfficer(
  world: World,
  { member }: Officer,
  { address, hash, part }: { readonly address: Bytes; readonly hash: Bytes; readonly part: number },
): Promise<Bytes> {
  if (!(await world.store.cases.reads(member.id, address))) throw new Refusal('case.not_found')
  return bytesAt(world, await world.store.files.blobOfCase(address, hash, part))
}

async function bytesAt({ blobs }: World, blob: Bytes | null): Promise<Bytes> {
  if (!blob) throw new Refusal('file.not_found')
  const bytes = await blobs.get(blob)
  if (!bytes) throw new Error('a part is in the database and not where it should lie')
  return bytes
}
