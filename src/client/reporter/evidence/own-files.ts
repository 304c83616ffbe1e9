import type { Bytes } from '../../../../crypto/wire/index.ts'
import { safeFileName } from '../../../domain/file-name.ts'
import type { NamedEvidence } from '../../files/named.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { h } from '../../ui/dom.ts'
import { errorWords } from '../error-words.ts'
import { loadLater } from '../later.ts'
import { saveBytes } from '../save.ts'
import type { CaseVault } from '../vault.ts'
import { sizeWords } from './size-words.ts'

/** Fetches, verifies and saves a file of the case. */
export type SaveFile = (file: NamedEvidence) => void

/** The files that an entry brought, each with a way to save it. */
export const ownFiles = (t: ReporterTranslate, files: readonly NamedEvidence[], save: SaveFile): Node[] => {
  if (files.length === 0) return []
  const rows = files.map((file) => {
    const name = safeFileName(file.name)
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'link', click: () => save(file) }, t('files.save', { name })),
      ` ${sizeWords(t, file.size)}`,
    )
  })
  return [h('ul', { class: 'noprint' }, ...rows)]
}

/** Saves a file once all of it was verified, and says how it goes. */
export const saveOwn = async (
  t: ReporterTranslate,
  vault: CaseVault,
  key: Bytes,
  file: NamedEvidence,
  say: (sentence: string) => void,
): Promise<void> => {
  say(t('files.saving'))
  try {
    const { fileOf } = await loadLater('files')
    const pieces: Bytes[] = []
    for await (const piece of fileOf(vault.call, key, file)) pieces.push(piece)
    saveBytes(safeFileName(file.name), new Blob(pieces))
    say(t('files.saved'))
  } catch (cause) {
    say(errorWords(t, cause))
  }
}
