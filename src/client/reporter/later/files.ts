import type { Bytes } from '../../../../crypto/wire/index.ts'
import { fits } from '../../files/chosen.ts'
import { downloadOf } from '../../files/download.ts'
import { bytesOf, type NamedEvidence } from '../../files/named.ts'
import { fileSender } from '../../files/send-files.ts'
import { uploadOf } from '../../files/upload.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import type { Cleaner } from '../../worker/cleaner.ts'
import type { CryptoWorker } from '../../worker/proxy.ts'
import type { ToldAct } from '../acts-form.ts'
import { faultWords } from '../evidence/fault-words.ts'
import { type FilesList, filesList } from '../evidence/files-list.ts'
import { sendShown } from '../evidence/upload-progress.ts'
import { reporterFileLines } from '../file-lines.ts'

/** How a page asks its crypto worker. */
type Call = CryptoWorker['call']

/** The files of a form, and how they are sent. */
export interface Files extends FilesList {
  /**
   * Sends what is to go, sealed for a case key (16 bytes), and shows below an element how far it has come.
   * @throws an error with code `network`, `upload.…` or `file.…`; AbortError if stopped
   */
  readonly send: (key: Bytes, below: HTMLElement, say: (sentence: string) => void) => Promise<readonly NamedEvidence[]>
  /** The sentence for a file that was not sent; null for what the page itself can say. */
  readonly wrong: (cause: unknown) => string | null
}

/** What the page lends to its files: its threads, since only itself may name the address of a worker, and its acts. */
export interface FilesNeeds {
  readonly call: Call
  readonly cleaner: Cleaner
  readonly acts: () => readonly ToldAct[]
}

/** Makes the files of the form that `pages/parts/files.tsx` writes under this id. */
export const makeFiles = (t: ReporterTranslate, id: string, { call, ...needs }: FilesNeeds): Files => {
  const sender = fileSender((key, blob, tell) => uploadOf({ call, lines: reporterFileLines(call, key), blob, tell }))
  const list = filesList(t, id, { ...needs, taken: sender.drop, fits })
  return {
    ...list,
    send: (key, below, say) => sendShown(t, below, sender, key, list.going(), say),
    wrong: (cause) => faultWords(t, cause),
  }
}

/** The bytes of a file of the open case. @throws as `downloadOf` */
export const fileOf = (call: Call, key: Bytes, file: NamedEvidence): AsyncIterable<Bytes> =>
  downloadOf({ call, lines: reporterFileLines(call, key), file: bytesOf(file) })
