import { type Chosen, goes, isOpen, MOST_BYTES, MOST_FILES, minutesOf, weightOf } from '../../files/chosen.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { byId, one } from '../../ui/dom.ts'
import { makeCleaner } from '../../worker/cleaner.ts'
import type { ToldAct } from '../acts-form.ts'
import type { Problem } from '../errors.ts'
import { fileRow, replaceRow, sizeWords } from './file-row.ts'
import { dropPlayers } from './player.ts'
import { wireRecorder } from './record-button.ts'

/** The files of a form, as they stand. */
export interface FilesField {
  /** Those that would be sent. */
  readonly going: () => readonly Chosen[]
  /** How many lie in the list, whatever becomes of them. */
  readonly count: () => number
  /** What has to be said or mended before they can be sent. */
  readonly problems: () => readonly Problem[]
  readonly draw: () => void
  readonly clear: () => void
}

/**
 * Wires a list of files: chosen, dropped or recorded. Each is looked at as soon as it is there; nothing leaves the page.
 * @param id of the part of the page, which `pages/parts/files.tsx` writes
 * @param acts those of which each may show one
 */
export const filesField = (t: ReporterTranslate, id: string, acts: () => readonly ToldAct[] = () => []): FilesField => {
  const root = byId(id)
  const list = one('ul', root)
  const input = one<HTMLInputElement>('input[type=file]', root)
  const cleaner = makeCleaner()
  let files: readonly Chosen[] = []
  let last = 0

  const tell = (): void => {
    one('[data-total]', root).textContent = totalWords(t, files)
  }
  const draw = (chosen: Chosen): void => {
    const row = fileRow(t, chosen, acts(), { remove, decide, again, tie })
    const old = document.getElementById(row.id)
    if (old === null) list.append(row)
    else replaceRow(old, row)
    tell()
  }
  const change = (which: number, by: Partial<Chosen>): Chosen | undefined => {
    files = files.map((chosen) => (chosen.id === which ? { ...chosen, ...by } : chosen))
    return files.find((chosen) => chosen.id === which)
  }
  const take = (which: number): void => {
    files = files.filter((chosen) => chosen.id !== which)
    const row = byId(`file-${which}`)
    dropPlayers(row)
    row.remove()
    tell()
  }
  const remove = (which: number): void => {
    take(which)
    input.focus()
  }
  const again = (which: number): void => {
    take(which)
    recorder.begin()
  }
  const decide = (which: number, asItIs: boolean): void => {
    change(which, { asItIs })
    tell()
  }
  const tie = (which: number, act: string): void => void change(which, { act })
  const add = (name: string, file: Blob, voice = false): void => {
    last += 1
    const chosen: Chosen = { id: last, name, file, looked: voice ? 'voice' : 'wait', asItIs: false }
    files = [...files, chosen]
    draw(chosen)
    if (!voice) void look(chosen)
  }
  const look = async ({ id: which, file }: Chosen): Promise<void> => {
    const looked = await cleaner.look(file)
    const found = change(which, { looked })
    if (found !== undefined) draw(found)
  }
  const addAll = (chosen: Iterable<File>): void => {
    for (const file of chosen) add(file.name, file)
    input.value = ''
  }
  input.addEventListener('change', () => addAll(input.files ?? []))
  wireDrop(one('.drop', root), addAll)
  const recorder = wireRecorder(t, root, (name, blob) => add(name, blob, true))
  const recording = (): Problem[] =>
    recorder.running() ? [{ words: [t('files.error.recording')], input: one('[data-record]', root).id }] : []
  return {
    going: () => files.filter(goes).map((one) => ({ ...one, act: acts().find(({ key }) => key === one.act)?.id })),
    count: () => files.length,
    problems: () => [...recording(), ...problemsOf(t, files, input.id)],
    draw: () => files.forEach(draw),
    clear: () => {
      recorder.drop()
      files = []
      dropPlayers(list)
      list.replaceChildren()
      tell()
      cleaner.end()
    },
  }
}

/** Files may be dropped anywhere on the box; elsewhere the browser would open them instead of the page. */
const wireDrop = (box: HTMLElement, add: (files: Iterable<File>) => void): void => {
  box.addEventListener('dragover', (event) => event.preventDefault())
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    add(event.dataTransfer?.files ?? [])
  })
}

const totalWords = (t: ReporterTranslate, files: readonly Chosen[]): string => {
  if (files.length === 0) return ''
  const bytes = weightOf(files)
  const count = files.filter(goes).length
  return t('files.total', { count, size: sizeWords(t, bytes), minutes: minutesOf(bytes) })
}

const problemsOf = (t: ReporterTranslate, files: readonly Chosen[], input: string): Problem[] => [
  ...files
    .filter(({ looked }) => looked === 'wait')
    .map(({ id }) => ({ words: [t('files.error.wait')], input: `file-${id}` })),
  ...files.filter(isOpen).map(({ id, name }) => ({
    words: [t('files.error.decide', { name })],
    input: `file-${id}-send`,
  })),
  ...(files.filter(goes).length > MOST_FILES ? [{ words: [t('files.error.many', { most: MOST_FILES })], input }] : []),
  ...(weightOf(files) > MOST_BYTES ? [{ words: [t('files.error.heavy')], input }] : []),
]
