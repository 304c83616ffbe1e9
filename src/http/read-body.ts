import type { Operation } from '../contract/operations/operation.ts'
import { parse } from '../contract/parse.ts'
import { Refusal } from '../service/ports.ts'

/** Reads the bytes of a body, at most so many; `null` as soon as there are more. */
export type ReadBytes = (most: number) => Promise<Uint8Array | null>

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The body of a request in the shape that its operation names. Refused with `request.…`. */
export async function readBody(operation: Operation, contentType: string, readBytes: ReadBytes): Promise<unknown> {
  if (!operation.body) return undefined
  if (operation.body === 'bytes') return plainBytes(contentType, await readBytes(operation.most ?? 0))
  if (!/^application\/json(?:; *charset=utf-8)?$/i.test(contentType)) throw new Refusal('request.not_json')
  const bytes = await readBytes(operation.most ?? 0)
  if (!bytes) throw new Refusal('request.too_large')
  const body = parse(operation.body, fromJson(bytes))
  if (!body.ok) throw new Refusal('request.malformed')
  return body.value
}

/** Bytes as they came, over memory of their own. */
function plainBytes(contentType: string, bytes: Uint8Array | null): Uint8Array<ArrayBuffer> {
  if (contentType !== 'application/octet-stream') throw new Refusal('request.not_json')
  if (!bytes) throw new Refusal('request.too_large')
  return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength)
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes), ownName)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value
  } catch {
    // Neither UTF-8 nor JSON: refused below.
  }
  throw new Refusal('request.malformed')
}

/** Names that every object has of itself would slip past a schema that looks for unknown ones. */
function ownName(name: string, value: unknown): unknown {
  if (name in Object.prototype) throw new Refusal('request.malformed')
  return value
}

/**
 * How many bytes of a refused body are still taken off the line and dropped: whoever is cut off while writing never
 * reads why. What has no end is cut there.
 */
export const patience = 16 * 1024 * 1024

/** Counts while it reads, so that no more than the limit and one chunk is ever held, whatever length was announced. */
export const fromStream =
  (request: Request): ReadBytes =>
  async (most) => {
    const announced = Number(request.headers.get('content-length') ?? 0)
    let kept: Uint8Array[] | null = announced > most ? null : []
    let length = 0
    for await (const chunk of request.body ?? []) {
      length += chunk.length
      if (length > most) kept = null
      if (length > most + patience) break
      kept?.push(chunk)
    }
    return kept && joined(kept, length)
  }

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks
  if (only && chunks.length === 1) return only
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
