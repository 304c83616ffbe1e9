import { openingStream, sealingStream, signReadFile, signUpload } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, concat } from '../../crypto/wire/bytes.ts'
import { fileHash, type NamedFile, paddedChunks, partsOf } from '../../crypto/wire/files.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { filesIn } from '../../src/domain/files.ts'
import { type Officer, random } from './officers.ts'
import { open, type Reporter, type Writer } from './reporters.ts'

/** A file as its sender has it in hand. */
export interface SealedFile extends NamedFile {
  readonly key: Bytes
  readonly plain: Bytes
  readonly parts: readonly Bytes[]
  readonly hashes: readonly Bytes[]
  /** All parts, one behind the other, as they travel inside a sealed report. */
  readonly sealed: Bytes
  /** The secret under which it is sent. */
  readonly upload: string
}

const partSize = 1024 * 1024

/** Seals a file of so many bytes; the same bytes each time, under another key. */
export async function sealFile(size: number): Promise<SealedFile> {
  const plain = Uint8Array.from({ length: size }, (_, at) => (at * 7 + (at >>> 8)) & 255)
  const [key, chunks] = [random(32), paddedChunks(size)]
  const stream = sealingStream(key, size)
  const parts = Array.from({ length: partsOf(chunks) }, (_, part) =>
    stream(plain.slice(part * partSize, (part + 1) * partSize)),
  )
  const hashes = await Promise.all(parts.map((part) => sha256(part)))
  const hash = await fileHash(chunks, hashes)
  return { hash, chunks, key, plain, parts, hashes, sealed: concat(...parts), upload: toBase64url(random(32)) }
}

type Sender = Pick<Reporter, 'client' | 'keys'> | Officer
type File = Pick<SealedFile, 'upload' | 'chunks'>

/** Begins to send a file, as whoever it is does that. */
export async function beginUpload(sender: Sender, { upload, chunks }: File) {
  const { client, keys } = sender
  if (keys.who === 'member') return client.ask('beginUploadAsOfficer', { body: { upload, chunks } })
  const { challenge } = await client.call('caseChallenge')
  const asked = { upload: fromBase64url(upload), chunks }
  const { key, signature } = signUpload(keys, client.origin, fromBase64url(challenge), asked)
  const signed = { key: toBase64url(key), challenge, signature: toBase64url(signature) }
  return client.ask('beginUpload', { body: { ...signed, upload, chunks } })
}

/** What goes with a part on its way. */
export const partHeaders = (upload: string, part: number, hash: Bytes) => ({
  ...uploadHeaders(upload),
  'gf-part': String(part),
  'gf-hash': toBase64url(hash),
})

export const uploadHeaders = (upload: string) => ({ 'gf-upload': upload })

/** Sends one part; `bytes` and `hash` are the part's own, if not said. */
export const sendPart = (
  { client }: Pick<Sender, 'client'>,
  { upload, parts, hashes }: Pick<SealedFile, 'upload' | 'parts' | 'hashes'>,
  part: number,
  { bytes = parts[part], hash = hashes[part] }: { bytes?: Bytes | undefined; hash?: Bytes | undefined } = {},
) =>
  client.ask('sendPart', {
    headers: partHeaders(upload, part, hash ?? new Uint8Array(32)),
    body: bytes ?? new Uint8Array(0),
  })

/** Seals and sends a whole file. */
export async function sendFile(sender: Sender, size: number): Promise<SealedFile> {
  const file = await sealFile(size)
  const { code } = await beginUpload(sender, file)
  if (code !== null) throw new Error(`The upload was refused: ${code}`)
  for (const part of file.parts.keys()) {
    const sent = await sendPart(sender, file, part)
    if (sent.code !== null) throw new Error(`Part ${part} was refused: ${sent.code}`)
  }
  return file
}

/** Asks for one part of a file of a case, as whoever it is does that. */
export async function askPart(reader: Sender, address: Bytes, hash: Bytes, part: number) {
  const { client, keys } = reader
  if (keys.who === 'member') {
    const path = { case: toBase64url(address), file: toBase64url(hash), part: String(part) }
    return client.ask('readFileAsOfficer', { path })
  }
  const { challenge } = await client.call('caseChallenge')
  const { key, signature } = signReadFile(keys, client.origin, fromBase64url(challenge), { hash, part })
  const signed = { key: toBase64url(key), challenge, signature: toBase64url(signature) }
  return client.ask('readFile', { body: { ...signed, file: toBase64url(hash), part } })
}

/** The files that came with the first words of a case, as whoever reads it gets and opens them. */
export async function firstEvidence(reader: Writer, address: Bytes) {
  const [first] = (await open(reader, address)).entries
  const files = filesIn((first?.body ?? {}) as Readonly<Record<string, string>>)
  const opened = files.map(async ({ name, cleaned, key, size }, place) => {
    const { hash, chunks } = first?.files[place] ?? { hash: new Uint8Array(32), chunks: 1 }
    const parts = Array.from({ length: partsOf(chunks) }, () => new Uint8Array(0))
    const file = { hash, chunks, key: fromBase64url(key), plain: new Uint8Array(size), parts }
    return { name, cleaned, bytes: await openFile(reader, address, file) }
  })
  return Promise.all(opened)
}

/** Reads and opens a whole file of a case. */
export async function openFile(
  reader: Sender,
  address: Bytes,
  file: Pick<SealedFile, 'hash' | 'chunks' | 'key' | 'plain' | 'parts'>,
): Promise<Bytes> {
  const stream = openingStream(file.key, { size: file.plain.length, chunks: file.chunks })
  const opened: Bytes[] = []
  for (const part of file.parts.keys()) {
    const { code, answer } = await askPart(reader, address, file.hash, part)
    if (code !== null) throw new Error(`Part ${part} was refused: ${code}`)
    opened.push(stream(answer))
  }
  return concat(...opened)
}
