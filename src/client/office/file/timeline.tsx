import type { VNode } from 'preact'
import type { Story } from '../../../domain/story.ts'
import { useWords } from '../words.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { EntryLine } from './entry-line.tsx'

interface TimelineProps {
  readonly file: OpenedFile
  readonly story: Story | null
  readonly book: Book | null
}

/** Everything that was added to the case, newest first, of every lane that one reads. */
export const Timeline = ({ file, story, book }: TimelineProps): VNode => {
  const t = useWords()
  const shown = file.entries.filter(({ lane, rule }) => lane !== 'identity' || rule !== null).toReversed()
  return (
    <section>
      <h2>{t('file.happened')}</h2>
      <ol>
        {shown.map((entry) => {
          const rule = entry.rule ?? (entry.lane === 'shared' ? story?.voids.get(entry.sequence) : undefined) ?? null
          return <EntryLine key={entry.hash} entry={entry} rule={rule} book={book} />
        })}
      </ol>
    </section>
  )
}
