import { safeFileName } from '../../domain/file-name.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { clearProblems, type Problem, showProblems } from '../reporter/errors.ts'
import { type FilesList, filesList } from '../reporter/evidence/files-list.ts'
import { wireDrop } from '../reporter/evidence/wire-drop.ts'
import { byId, one } from '../ui/dom.ts'
import { pageCleaner } from './page-cleaner.ts'
import { fits, ROOM } from './room.ts'

const ERRORS = 'evidence-errors'

/** Wires the place for files, which the script of this page handles all by itself. */
export const startFiles = (t: ReporterTranslate): FilesList => {
  const root = byId('files')
  const input = one<HTMLInputElement>('input[type=file]', root)
  const list = filesList(t, 'files', { cleaner: pageCleaner(), acts: () => [], taken: () => undefined, fits })
  const add = (chosen: Iterable<File>): void => {
    const [large, others] = parted([...chosen])
    list.add(others)
    clearProblems(ERRORS)
    if (large.length > 0) showProblems(ERRORS, t('report.error.title', { count: large.length }), large.map(tooLarge))
  }
  const tooLarge = ({ name }: File): Problem => ({
    words: [t('envelope.error.large', { name: safeFileName(name) })],
    input: input.id,
  })
  input.addEventListener('change', () => {
    add(input.files ?? [])
    input.value = ''
  })
  wireDrop(one('.drop', root), add)
  return list
}

/** What can never travel along need not be looked at, nor decided on. */
const parted = (files: readonly File[]): readonly [large: readonly File[], others: readonly File[]] => [
  files.filter(({ size }) => size > ROOM),
  files.filter(({ size }) => size <= ROOM),
]
