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
import { wireDrop } from './wire-drop.ts'

/** The files of a form, as they stand and as they are sent. */
export interface FilesField extends FilesState, Pick<Files, 'send' | 'wrong'> {
  /** Of their place in the page. */
  readonly id: string
}

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
  const again = one('[data-again]', root)
  let made: Files | undefined
  let waiting = 0
  let lost = false
  // Chosen, and not in the list yet: what the line kept out comes in with the next try.
  let outside: readonly File[] = []
  const say = (sentence: string): void => {
    one('[data-total]', root).textContent = sentence
    show(one('.outside', root), outside.length > 0)
  }
  const use = async (act: (files: Files) => void): Promise<void> => {
    waiting += 1
    try {
      const { makeFiles, rows } = await loadLater('files')
      made ??= makeFiles(translator<ReporterKey>(t.language, readRows(rows)), id, {
        call,
        acts,
        cleaner: makeCleaner(),
      })
      const come = outside
      outside = []
      if (lost) say('')
      lost = false
      made.add(come)
      act(made)
    } catch (cause) {
      lost = true
      say(sendingWords(t, cause))
    } finally {
      waiting -= 1
    }
  }
  const bringIn = (): Promise<void> => use(() => undefined)
  const leaveOut = (): void => {
    outside = []
    say('')
  }
  const add = (chosen: Iterable<File>): void => {
    outside = [...outside, ...chosen]
    input.value = ''
    void bringIn()
  }
  input.addEventListener('change', () => add(input.files ?? []))
  wireDrop(one('.drop', root), add)
  again.addEventListener('click', () => void bringIn().then(() => outside.length === 0 && input.focus()))
  one('[data-without]', root).addEventListener('click', () => {
    leaveOut()
    input.focus()
  })
  show(one('.voice', root), canRecord())
  one('[data-record]', root).addEventListener('click', () => void use(({ record }) => void record()))
  return {
    id,
    going: () => made?.going() ?? [],
    count: () => outside.length + (made?.count() ?? 0),
    problems: () => [
      ...(waiting > 0 ? [{ words: [t('files.error.wait')], input: input.id }] : []),
      ...(waiting === 0 && outside.length > 0 ? [{ words: [t('files.error.outside')], input: again.id }] : []),
      ...(made?.problems() ?? []),
    ],
    draw: () => made?.draw(),
    clear: () => {
      leaveOut()
      made?.clear()
    },
    send: async (...to) => made?.send(...to) ?? [],
    wrong: (cause) => made?.wrong(cause) ?? null,
  }
}

/** Whether this browser can record at all; hardened ones often cannot. */
const canRecord = (): boolean => typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined
