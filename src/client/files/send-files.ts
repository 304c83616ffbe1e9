import { type Bytes, hex, toBase64url } from '../../../crypto/wire/index.ts'
import { cleaningText } from '../../domain/cleaning.ts'
import { safeFileName } from '../../domain/file-name.ts'
import { type Chosen, cleaningOf, contentOf } from './chosen.ts'
import { FileFault } from './file-fault.ts'
import type { NamedEvidence } from './named.ts'
import type { Upload } from './upload.ts'

/** How far sending has come, in bytes of all files. */
export interface Sending {
  /** The file under way, from 1. */
  readonly number: number
  readonly count: number
  /** Of all files, from 0 to 1. */
  readonly part: number
}

/** Sends the files of a form, each sealed. */
export interface FileSender {
  /**
   * Sends them one after the other. Called again after it failed or was stopped, it goes on where it was: files that have
   * arrived are not sent twice. @throws FileFault for `upload.…` and `file.…`, an error with code `network`; AbortError if
   * stopped, also by taking one of them out
   */
  readonly send: (
    key: Bytes,
    chosen: readonly Chosen[],
    tell: (sending: Sending) => void,
    signal: AbortSignal,
  ) => Promise<readonly NamedEvidence[]>
  /** Gives up what was begun of a file that is not to be sent. What the service cannot be told, it forgets in its own time. */
  readonly drop: (id: number) => void
}

type UploadOf = (key: Bytes, blob: Blob, tell: (sent: { done: number; total: number }) => void) => Upload

/** Makes the sender of a page. What it has begun it knows by the file and the key that it is sealed for. */
export const fileSender = (uploadOf: UploadOf): FileSender => {
  const begun = new Map<string, { readonly id: number; readonly upload: Upload; told: (done: number) => void }>()
  const gone = new Set<number>()
  /** What is left of a list from which somebody took a file out meanwhile goes with the next try. */
  const stopIfGone = ({ id }: Chosen): void => {
    if (gone.has(id)) throw new DOMException('taken out', 'AbortError')
  }
  const uploading = (key: Bytes, chosen: Chosen, told: (done: number) => void): Upload => {
    const name = nameOf(key, chosen)
    const known = begun.get(name)
    if (known !== undefined) {
      known.told = told
      return known.upload
    }
    const upload = uploadOf(key, contentOf(chosen), ({ done, total }) => mine.told(done / total))
    const mine = { id: chosen.id, upload, told }
    begun.set(name, mine)
    return mine.upload
  }
  return {
    send: async (key, chosen, tell, signal) => {
      const sizes = chosen.map((one) => contentOf(one).size + 1)
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const sent: NamedEvidence[] = []
      let before = 0
      for (const [index, one] of chosen.entries()) {
        stopIfGone(one)
        const size = sizes[index] ?? 0
        const say = (part: number): void =>
          tell({ number: index + 1, count: chosen.length, part: (before + part * size) / total })
        say(0)
        const sealed = await uploading(key, one, say)
          .run(signal)
          .catch((cause) => {
            stopIfGone(one)
            const code = String((cause as { code?: unknown }).code)
            // What changed on the disk or is gone from the service is begun anew the next time.
            if (OVER.includes(code)) begun.delete(nameOf(key, one))
            throw /^(?:file|upload)\./.test(code) ? new FileFault(code, safeFileName(one.name), { cause }) : cause
          })
        before += size
        sent.push({
          ...{ hash: toBase64url(sealed.hash), key: toBase64url(sealed.key), chunks: sealed.chunks, size: sealed.size },
          ...{ name: safeFileName(one.name), type: one.file.type, cleaned: cleaningText(cleaningOf(one)) },
          act: one.act,
        })
      }
      chosen.forEach(stopIfGone)
      return sent
    },
    drop: (id) => {
      gone.add(id)
      for (const [name, mine] of begun) {
        if (mine.id !== id) continue
        begun.delete(name)
        mine.upload.cancel().catch(() => undefined)
      }
    },
  }
}

/** After these an upload cannot go on. */
const OVER = ['upload.not_found', 'upload.taken', 'upload.other_part', 'file.changed']

const nameOf = (key: Bytes, { id }: Chosen): string => `${hex(key)} ${id}`
