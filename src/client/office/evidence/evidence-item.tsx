import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Shown } from '../../preview/shown.ts'
import { actNumber } from '../../ui/act-words.ts'
import { handOver } from '../../ui/hand-over.ts'
import { useDesk } from '../desk/desk.ts'
import { nameOf } from '../file/entry-words.ts'
import { officeFileLines } from '../net/file-lines.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import type { Book } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { cleaningWords } from './cleaning-words.ts'
import { IN_MEMORY, openWhole, wasOpened } from './open-file.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { type NotShown, previewOf } from './preview-kind.ts'
import { type EvidenceRow, placeOf, shortHash } from './rows.ts'
import { saveStream } from './save.ts'
import { sizeWords } from './size-words.ts'

interface ItemProps {
  readonly row: EvidenceRow
  readonly address: string
  readonly book: Book | null
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** One file: its name, who brought it and when, its size and hash, and the ways to look at it and to save it. */
export const EvidenceItem = ({ row, address, book, open, onOpen }: ItemProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const { entry, evidence, name } = row
  const [shown, setShown] = useState<Shown | NotShown | null>(null)
  const [part, setPart] = useState(0)
  const stopping = useRef(new AbortController())
  useEffect(() => () => stopping.current.abort(), [])
  const fetchAll = (): Promise<Blob> => openWhole(desk, address, evidence, setPart, stopping.current.signal)
  const look = useAct(async () => {
    const bytes = new Uint8Array(await (await fetchAll()).arrayBuffer())
    setShown(previewOf(bytes))
    onOpen(true)
  })
  const save = useAct(async () => {
    if (evidence.size <= IN_MEMORY) return handOver(name, await fetchAll())
    const told = ({ done, total }: { done: number; total: number }): void => setPart(done / total)
    await saveStream(
      name,
      desk.vault.download(officeFileLines(desk.call, address), evidence, told, stopping.current.signal),
    )
    wasOpened(desk, evidence)
  })
  const busy = look.busy || save.busy
  return (
    <li id={placeOf(evidence)}>
      <p class="who">
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>{sizeWords(t, evidence.size)}</span>
        <span>
          {nameOf(t, entry.author, book)}
          {entry.lane === 'office' && ` · ${t('file.deed.note')}`}
        </span>
        <time datetime={entry.day}>{t.day(entry.day, 'short')}</time>
        <span class="num quiet">{shortHash(evidence.hash)}</span>
      </p>
      {evidence.act && <p>{t('files.act.shown', { number: actNumber(evidence.act) ?? 0 })}</p>}
      <p class="quiet">{cleaningWords(t, evidence.cleaned)}</p>
      <div class="acts noprint">
        {open ? (
          <Button two onClick={() => onOpen(false)}>
            {t('files.preview.close')}
          </Button>
        ) : (
          <Button
            two
            busy={busy}
            not={evidence.size > IN_MEMORY ? t('files.preview.not.large') : undefined}
            label={t('files.preview.open', { name })}
            onClick={look.run}
          >
            {t('files.preview.look')}
          </Button>
        )}
        <Button two busy={busy} label={t('files.save', { name })} onClick={save.run}>
          {t('files.office.save')}
        </Button>
        {busy && <progress max={1} value={part} aria-label={t('files.saving')} />}
      </div>
      <Problem of={look.problem ?? save.problem} />
      {open && typeof shown === 'string' && <p>{t(`files.preview.not.${shown}`)}</p>}
      {open && shown !== null && typeof shown !== 'string' && <PreviewFrame shown={shown} name={name} />}
    </li>
  )
}
