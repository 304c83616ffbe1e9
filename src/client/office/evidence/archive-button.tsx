import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { archiveOf } from './archive.ts'
import type { WrittenCase } from './case-document.ts'
import { evidenceRows } from './rows.ts'
import { saveStream } from './save.ts'

/** Saves a whole case as one archive, with its files. */
export const ArchiveButton = (written: Omit<WrittenCase, 'rows'>): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [part, setPart] = useState(0)
  const stopping = useRef(new AbortController())
  useEffect(() => () => stopping.current.abort(), [])
  const save = useAct(async () => {
    const rows = evidenceRows(written.file, written.voids)
    try {
      await saveStream('case.zip', archiveOf(t, desk, { ...written, rows }, setPart, stopping.current.signal))
    } catch (cause) {
      // Whoever closes the browser's own question for a place has changed their mind.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause
    }
  })
  return (
    <>
      <Button two busy={save.busy} onClick={save.run}>
        {t('files.archive')}
      </Button>
      {save.busy && <progress max={1} value={part} aria-label={t('files.archive')} />}
      <Problem of={save.problem} />
    </>
  )
}
