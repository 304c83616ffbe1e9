import type { ReporterKey } from '../../i18n/keys.ts'
import { readRows } from '../../i18n/rows.ts'
import { type ReporterTranslate, translator } from '../../i18n/translate.ts'
import { byId, one, show } from '../../ui/dom.ts'
import { makeCleaner } from '../../worker/cleaner.ts'
import type { CryptoWorker } from '../../worker/proxy.ts'
import type { ToldAct } from '../acts-form.ts'
import type { Files } from '../later/files.ts'
import { loadLater } from '../later.ts'
import { sendingWords } from '../sending-words.ts'
import type { FilesState } from './files-state.ts'

/** The files of a form, as they stand and as they are sent. */
export type FilesField = FilesState & Pick<Files, 'send'>

/**
 * Wires the place for files. What handles them is loaded with the first one, as what cleans them is: most people bring
 * none. What is chosen or dropped meanwhile waits for it.
 * @param id of the part of the page, which `pages/parts/files.tsx` writes
 * @param acts those of which each may show one
 */
export const filesField = (
  t: ReporterTranslate,
  id: string,
  call: CryptoWorker['call'],
  acts: () => readonly ToldAct[] = () => [],
): FilesField => {
  const root = byId(id)
  const input = one<HTMLInputElement>('input[type=file]', root)
  let made: Files | undefined
  let waiting = 0
  const use = async (act: (files: Files) => void): Promise<void> => {
    waiting += 1
    try {
      const { makeFiles, rows } = await loadLater('files')
      const needs = { call, acts, cleaner: makeCleaner() }
      made ??= makeFiles(translator<ReporterKey>(t.language, readRows(rows)), id, needs)
      act(made)
    } catch (cause) {
      one('[data-total]', root).textContent = sendingWords(t, cause)
    } finally {
      waiting -= 1
    }
  }
  const add = (chosen: Iterable<File>): void => {
    const files = [...chosen]
    void use((list) => list.add(files))
    input.value = ''
  }
  input.addEventListener('change', () => add(input.files ?? []))
  wireDrop(one('.drop', root), add)
  show(one('.voice', root), canRecord())
  one('[data-record]', root).addEventListener('click', () => void use(({ record }) => void record()))
  return {
    going: () => made?.going() ?? [],
    count: () => waiting + (made?.count() ?? 0),
    problems: () => [
      ...(waiting > 0 ? [{ words: [t('files.error.wait')], input: input.id }] : []),
      ...(made?.problems() ?? []),
    ],
    draw: () => made?.draw(),
    clear: () => made?.clear(),
    send: async (...to) => made?.send(...to) ?? [],
  }
}

/** Whether this browser can record at all; hardened ones often cannot. */
const canRecord = (): boolean => typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined

/** Files may be dropped anywhere on the box; elsewhere the browser would open them instead of the page. */
const wireDrop = (box: HTMLElement, add: (files: Iterable<File>) => void): void => {
  box.addEventListener('dragover', (event) => event.preventDefault())
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    add(event.dataTransfer?.files ?? [])
  })
}
