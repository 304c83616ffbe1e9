import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { EvidenceItem } from './evidence-item.tsx'
import { evidenceRows } from './rows.ts'

interface EvidenceProps {
  readonly file: OpenedFile
  readonly voids: ReadonlyMap<string, string>
  readonly book: Book | null
}

/** The files of a case, each with who brought it and what is known of it. One at a time is looked at. */
export const EvidenceList = ({ file, voids, book }: EvidenceProps): VNode | null => {
  const t = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const rows = evidenceRows(file, voids)
  if (rows.length === 0) return null
  return (
    <section class="evidence">
      <h2>{t('files.title')}</h2>
      <ul>
        {rows.map((row) => {
          const id = `${row.entry.hash} ${row.evidence.hash}`
          return (
            <EvidenceItem
              key={id}
              {...{ row, book }}
              address={file.address}
              open={open === id}
              onOpen={(wanted) => setOpen(wanted ? id : null)}
            />
          )
        })}
      </ul>
    </section>
  )
}
