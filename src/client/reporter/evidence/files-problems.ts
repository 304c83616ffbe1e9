import { type Chosen, goes, isOpen, MOST_FILES, minutesOf, weightOf } from '../../files/chosen.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { h } from '../../ui/dom.ts'
import type { Problem } from '../errors.ts'
import { sizeWords } from './size-words.ts'

/** How many files go, how large they are together and how long they take; nothing where there are none. */
export const totalWords = (t: ReporterTranslate, files: readonly Chosen[]): string => {
  if (files.length === 0) return ''
  const bytes = weightOf(files)
  const count = files.filter(goes).length
  return t('files.total', { count, size: sizeWords(t, bytes), minutes: minutesOf(bytes) })
}

/** For whoever hears that so many files go, and does not see beside each what still has to be decided. */
export const openWords = (t: ReporterTranslate, files: readonly Chosen[]): Node[] =>
  files.filter(isOpen).map(({ name }) => h('span', { class: 'vh' }, ` ${t('files.error.decide', { name })}`))

interface Going {
  /** Where one goes whom no single file concerns. */
  readonly input: string
  readonly fits: (files: readonly Chosen[]) => boolean
}

/** What has to be waited for, decided or taken away before files can be sent. */
export const filesProblems = (t: ReporterTranslate, files: readonly Chosen[], { input, fits }: Going): Problem[] => [
  ...files
    .filter(({ looked }) => looked === 'wait')
    .map(({ id }) => ({ words: [t('files.error.wait')], input: `file-${id}` })),
  ...files.filter(isOpen).map(({ id, name }) => ({
    words: [t('files.error.decide', { name })],
    input: `file-${id}-send`,
  })),
  ...(files.filter(goes).length > MOST_FILES ? [{ words: [t('files.error.many', { most: MOST_FILES })], input }] : []),
  ...(fits(files) ? [] : [{ words: [t('files.error.heavy')], input }]),
]
