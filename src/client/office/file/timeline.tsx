import type { VNode } from 'preact'
import { correctionsIn } from '../../../domain/corrections.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { type Course, EntryLine } from './entry-line.tsx'
import type { Voids } from './voids.ts'

interface TimelineProps {
  readonly file: OpenedFile
  readonly voids: Voids
  readonly book: Book | null
  /** The procedure that the case goes through; null for a report. */
  readonly course: Course | null
}

/** Everything that was added to the case, newest first. The identity lane is shown only where something is wrong in it. */
export const Timeline = ({ file, voids, book, course }: TimelineProps): VNode => {
  const t = useWords()
  const shown = file.entries.filter(({ lane, hash }) => lane !== 'identity' || voids.has(hash)).toReversed()
  const corrections = correctionsIn(file.entries.filter(({ lane, hash }) => lane === 'shared' && !voids.has(hash)))
  return (
    <section>
      <h2>{t('file.happened')}</h2>
      <ol>
        {shown.map((entry) => (
          <EntryLine
            key={entry.hash}
            entry={entry}
            rule={voids.get(entry.hash) ?? null}
            {...{ file, book, course, corrections }}
          />
        ))}
      </ol>
    </section>
  )
}
