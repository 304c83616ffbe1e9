import { type Bytes, toBase64url } from '../../../crypto/wire/index.ts'
import type { UploadState } from '../../contract/files.ts'
import type { SealedPart } from '../worker/proxy.ts'

/** How the parts of files go to the service and come from it; each page's own way to begin and to read, and one for the rest. */
export interface FileLines extends PartLines {
  /** Begins an upload under a random name, as whoever has this page. Again is fine. */
  begin(upload: Bytes, chunks: number): Promise<void>
  /** One part of a file of the open case. */
  read(hash: Bytes, part: number): Promise<Bytes>
}

export interface PartLines {
  send(upload: Bytes, part: number, sealed: SealedPart, signal: AbortSignal): Promise<void>
  /** Which parts have come. */
  come(upload: Bytes): Promise<readonly number[]>
  /** Gives an upload up; one that is gone is no fault. */
  cancel(upload: Bytes): Promise<void>
}

/** What a page calls a request that failed: by the service's code, or `network` where no answer came. */
export type Failure = (code: string, status: number, options?: ErrorOptions) => Error

/** The secret of an upload is all that sending its parts takes: no cookie goes along, and no signature. */
export const partLines = (failure: Failure): PartLines => {
  const ask = async (path: string, options: RequestInit): Promise<Response> => {
    const always: RequestInit = { credentials: 'omit', cache: 'no-store', redirect: 'error' }
    const response = await fetch(path, { ...options, ...always }).catch((cause: unknown) => {
      if (options.signal?.aborted) throw options.signal.reason
      throw failure('network', 0, { cause })
    })
    if (!response.ok) throw failure(await codeOf(response), response.status)
    return response
  }
  const callCollector = collectorCaller()
  /** The address is the same for every upload: proxies keep addresses, and headers they do not. */
  const address = '/api/files'
  const named = (upload: Bytes) => ({ 'gf-upload': toBase64url(upload) })
  return {
    send: async (upload, part, { bytes, hash }, signal) => {
      const place = { ...named(upload), 'gf-part': String(part), 'gf-hash': toBase64url(hash) }
      const headers = { ...place, 'content-type': 'application/octet-stream' }
      // An answer that nobody reads keeps its connection, and what was sent, until the garbage collector comes.
      await (await ask(address, { method: 'PUT', headers, body: bytes, signal })).arrayBuffer()
      callCollector()
    },
    come: async (upload) => ((await (await ask(address, { headers: named(upload) })).json()) as UploadState).parts,
    cancel: async (upload) => void (await ask(address, { method: 'DELETE', headers: named(upload) })),
  }
}

/** How much is asked for with each part, in bytes, and how many of them are held: what goes at once is not counted. */
const WEIGHT = 32 * 1024 * 1024
const HELD = 2

/**
 * Chromium copies what is sent and keeps the copy until its garbage collector comes, yet does not count it: a file would
 * gather whole. Memory that is asked for and never touched takes no room, but it is counted, and so the collector comes.
 */
const collectorCaller = (): (() => void) => {
  let held: readonly ArrayBuffer[] = []
  return () => {
    try {
      held = [...held.slice(1 - HELD), new ArrayBuffer(WEIGHT)]
    } catch {
      // Where there is no room for it, the collector has come already.
      held = []
    }
  }
}

const codeOf = async (response: Response): Promise<string> => {
  const answer: unknown = await response.json().catch(() => undefined)
  const code = (answer as { error?: { code?: unknown } } | undefined)?.error?.code
  return typeof code === 'string' ? code : 'unknown'
}
