import { type Bytes, fromBase64url, toBase64url } from '../../../crypto/wire/index.ts'
import type { ReadFileRequest, SignedUpload } from '../../contract/files.ts'
import { type FileLines, partLines } from '../files/lines.ts'
import type { CryptoWorker } from '../worker/proxy.ts'
import { AskError, ask, askBytes } from './ask.ts'

/** What goes into a signature, and what the request says besides. */
type Signing<Request> = (challenge: Bytes) => Promise<Request>

/**
 * Files of whoever holds a case key (16 bytes), before there is a case and in it. A challenge holds for minutes and many
 * signatures; once it is refused, another one is asked for.
 */
export const reporterFileLines = (call: CryptoWorker['call'], key: Bytes): FileLines => {
  let kept: Promise<Bytes> | undefined
  const challenge = (): Promise<Bytes> => {
    kept ??= ask<{ readonly challenge: string }>('/api/case/challenge', {}).then((answer) =>
      fromBase64url(answer.challenge),
    )
    kept.catch(() => (kept = undefined))
    return kept
  }
  const signed = async <Request extends object, Answer>(
    sign: Signing<Request>,
    send: (request: Request) => Promise<Answer>,
  ): Promise<Answer> => {
    try {
      return await send(await sign(await challenge()))
    } catch (cause) {
      if (!(cause instanceof AskError) || cause.code !== 'challenge.invalid') throw cause
      kept = undefined
      return send(await sign(await challenge()))
    }
  }
  const { origin } = location
  return {
    ...partLines((code, _, options) => new AskError(code, options)),
    begin: (upload, chunks) =>
      signed<SignedUpload, void>(
        async (asked) => ({
          ...textsOf(asked, await call('signUpload', { key, origin, challenge: asked, upload, chunks })),
          upload: toBase64url(upload),
          chunks,
        }),
        (request) => ask('/api/files', request),
      ),
    read: (hash, part) =>
      signed<ReadFileRequest, Bytes>(
        async (asked) => ({
          ...textsOf(asked, await call('signReadFile', { key, origin, challenge: asked, hash, part })),
          file: toBase64url(hash),
          part,
        }),
        (request) => askBytes('/api/case/file', request),
      ),
  }
}

const textsOf = (challenge: Bytes, { key, signature }: { key: Bytes; signature: Bytes }) => ({
  challenge: toBase64url(challenge),
  key: toBase64url(key),
  signature: toBase64url(signature),
})
