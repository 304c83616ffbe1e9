import { type Chosen, goes } from '../../files/chosen.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { byId, one } from '../../ui/dom.ts'
import type { Cleaner, Looked } from '../../worker/cleaner.ts'
import type { ToldAct } from '../acts-form.ts'
import type { Problem } from '../errors.ts'
import { fileRow, replaceRow } from './file-row.ts'
import { filesProblems, openWords, totalWords } from './files-problems.ts'
import type { FilesState } from './files-state.ts'
import { dropPlayers } from './player.ts'
import { recorderOf } from './record-button.ts'

/** Files are numbered through all lists of a page: a number names a place in it. */
let last = 0

/** The list of a form's files. */
export interface FilesList extends FilesState {
  readonly add: (files: Iterable<File>) => void
  /** Begins to record a voice, or ends it. */
  readonly record: () => Promise<void>
}

/** What the list of a form is given. */
export interface ListNeeds {
  readonly cleaner: Cleaner
  readonly acts: () => readonly ToldAct[]
  /** Hears of files that were taken out. */
  readonly taken: (id: number) => void
  /** Whether these can go together. */
  readonly fits: (files: readonly Chosen[]) => boolean
}

/** Nobody could look into it. What somebody said is not lost by that: it goes if they say so. */
const UNLOOKED: Looked = { outcome: 'unknown', blob: null, removed: [], remains: [] }

/**
 * Keeps a list of files: chosen, dropped or recorded. Each is looked at as soon as it is there; nothing leaves the page.
 * @param id of the part of the page, which `pages/parts/files.tsx` writes
 * @param acts those of which each may show one
 */
export const filesList = (t: ReporterTranslate, id: string, { cleaner, acts, taken, fits }: ListNeeds): FilesList => {
  const root = byId(id)
  const list = one('ul', root)
  const input = one<HTMLInputElement>('input[type=file]', root)
  let files: readonly Chosen[] = []
  /** Ends looking at a file that nobody wants to send any more. */
  const stops = new Map<number, AbortController>()

  const tell = (): void => {
    one('[data-total]', root).replaceChildren(totalWords(t, files), ...openWords(t, files))
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
    stops.get(which)?.abort()
    taken(which)
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
  const add = (name: string, file: Blob, looked: Looked | 'wait', voice = false): Chosen => {
    last += 1
    const chosen: Chosen = { id: last, name, file, looked, voice, asItIs: false }
    files = [...files, chosen]
    draw(chosen)
    return chosen
  }
  const look = async ({ id: which, file }: Chosen): Promise<void> => {
    const stop = new AbortController()
    stops.set(which, stop)
    const looked = await cleaner.look(file, stop.signal)
    stops.delete(which)
    const found = change(which, { looked })
    if (found !== undefined) draw(found)
  }
  const recorder = recorderOf(t, root, {
    look: (recording) => cleaner.look(recording),
    add: (name, recording, looked) => void add(name, recording, looked ?? UNLOOKED, true),
  })
  const recording = (): Problem[] =>
    recorder.running() ? [{ words: [t('files.error.recording')], input: one('[data-record]', root).id }] : []
  return {
    add: (chosen) => {
      for (const file of chosen) void look(add(file.name, file, 'wait'))
    },
    record: recorder.press,
    going: () => files.filter(goes).map((one) => ({ ...one, act: acts().find(({ key }) => key === one.act)?.id })),
    count: () => files.length,
    problems: () => [...recording(), ...filesProblems(t, files, { input: input.id, fits })],
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
