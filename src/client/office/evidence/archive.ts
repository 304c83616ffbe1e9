import { type ArchiveFile, textFile, zipOf } from '../../files/zip-stream.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import type { Desk } from '../desk/desk.ts'
import type { Bytes } from '../net/base64.ts'
import { readEntries } from '../net/cases.ts'
import { officeFileLines } from '../net/file-lines.ts'
import { caseDocument, type WrittenCase } from './case-document.ts'

/**
 * A whole case as one archive, made while it is saved: a page to read, every file, and in `verification/` what the service
 * keeps of it, sealed and signed, by which others can check that nothing was changed (PROTOCOL 10).
 * @param tell how far it has come, from 0 to 1
 */
export const archiveOf = (
  t: OfficeTranslate,
  desk: Desk,
  written: WrittenCase,
  tell: (part: number) => void,
  signal: AbortSignal,
): AsyncIterable<Bytes> => zipOf(filesOf(t, desk, written, tell, signal))

async function* filesOf(
  t: OfficeTranslate,
  desk: Desk,
  written: WrittenCase,
  tell: (part: number) => void,
  signal: AbortSignal,
): AsyncGenerator<ArchiveFile> {
  const { file, rows } = written
  const total = rows.reduce((sum, { evidence }) => sum + evidence.size + 1, 1)
  let before = 1
  yield textFile('case.html', caseDocument(t, written))
  const list = rows.map(({ name, evidence, entry }) => ({
    ...{ path: `files/${name}`, hash: evidence.hash, size: evidence.size, entry: entry.hash },
  }))
  yield json('verification/files.json', list)
  yield json('verification/entries.json', await readEntries(desk.call, file.address))
  yield json('verification/directory.json', await desk.call('readDirectory'))
  for (const { name, evidence } of rows) {
    const start = before
    const told = ({ done, total: all }: { done: number; total: number }): void =>
      tell((start + (done / all) * evidence.size) / total)
    yield {
      path: `files/${name}`,
      pieces: desk.vault.download(officeFileLines(desk.call, file.address), evidence, told, signal),
    }
    before += evidence.size + 1
  }
}

const json = (path: string, value: unknown): ArchiveFile => textFile(path, `${JSON.stringify(value, null, 2)}\n`)
