import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type Joint, jointWith } from '../../../domain/joint.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { nameOf } from '../file/entry-words.ts'
import { titleFor } from '../inbox/row.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Linking } from './linking.tsx'
import { OtherCase } from './other-case.tsx'
import { Unlinking } from './unlinking.tsx'

/** The cases that this one belongs with. A request can be linked once one has declared for it. */
export const Joints = ({ file, book }: { file: OpenedFile; book: Book | null }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const me = useCell(desk.me)?.id ?? ''
  const rows = useCell(desk.inbox.state)?.rows ?? []
  const [asked, setAsked] = useState<'link' | Joint | null>(null)
  const joints = jointWith(file.entries)
  const linked = new Set([file.address, ...joints.map(({ address }) => address)])
  const read = rows.filter((row) => row.summary !== null && titleFor(row, me) !== null)
  const others = read.filter(({ address }) => !linked.has(address))
  const whole = file.broken === null
  const close = (): void => setAsked(null)
  return (
    <section>
      <h2>
        {t('joint.title')}
        {whole && others.length > 0 && (
          <button type="button" class="plain noprint" onClick={() => setAsked('link')}>
            {t('joint.link')}
          </button>
        )}
      </h2>
      {joints.length === 0 && <p class="quiet">{t('joint.none')}</p>}
      <ul>
        {joints.map((joint) => (
          <li key={joint.address}>
            <OtherCase address={joint.address} />{' '}
            {whole && (
              <button type="button" class="plain noprint" onClick={() => setAsked(joint)}>
                {t('joint.unlink')}
              </button>
            )}
            <p class="lines" dir="auto">
              {joint.text}
            </p>
            <p class="quiet">{t('joint.since', { name: nameOf(t, joint.author, book), day: joint.day })}</p>
          </li>
        ))}
      </ul>
      {asked === 'link' && <Linking address={file.address} rows={others} me={me} onClose={close} />}
      {asked !== null && asked !== 'link' && (
        <Unlinking
          address={file.address}
          other={asked.address}
          both={read.some(({ address }) => address === asked.address)}
          onClose={close}
        />
      )}
    </section>
  )
}
