import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Author } from '../../../domain/procedure/step.ts'
import type { FurtherKey } from '../../../domain/told.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { useCell } from '../cell.ts'
import { Leaving } from '../conflict/leaving.tsx'
import { leftWithoutMe } from '../conflict/left.ts'
import { Newcomer } from '../conflict/newcomer.tsx'
import { useDesk } from '../desk/desk.ts'
import { requestOf } from '../letters/request-file.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Asking } from './asking.tsx'
import { nameOf } from './entry-words.ts'
import { Granting } from './granting.tsx'
import { Readmitting } from './readmitting.tsx'
import { standingOf } from './told.ts'

/** Who can read the case, who no longer can, and whom the reporter left out. */
export const Readers = ({ file, book }: { file: OpenedFile; book: Book | null }): VNode => {
  const t = useWords()
  const me = useCell(useDesk().me)
  const today = useCell(useDesk().office)?.day ?? ''
  const request = requestOf(file, standingOf(file, book), book, me, today)
  const [asked, setAsked] = useState<'grant' | 'readmit' | string | null>(null)
  const others =
    book?.people.filter(({ id, standing }) => standing && !file.readers.includes(id) && !file.excluded.includes(id)) ??
    []
  const left = request && leftWithoutMe(request)
  const mayRemove = (id: string): boolean =>
    id === me?.id ? file.readers.length > 1 || Boolean(left?.heir) : file.readers.length > 1 && me?.role === 'chief'
  const mayAdd = others.length > 0 && (request === null || joins(request.me.role))
  return (
    <section>
      <h2>
        {t('file.readers')}
        {file.broken === null && mayAdd && (
          <button type="button" class="plain noprint" onClick={() => setAsked('grant')}>
            {t('file.grant')}
          </button>
        )}
      </h2>
      <ul>
        <li>
          {t('file.reporter')}{' '}
          {file.broken === null && file.readmission === null && (
            <button type="button" class="plain noprint" onClick={() => setAsked('readmit')}>
              {t('file.readmit')}
            </button>
          )}
        </li>
        {file.furtherKeys.map((key) => (
          <li key={key.id}>{keyName(t, file, key)}</li>
        ))}
        {file.readers.map((id) => (
          <li key={id}>
            {nameOf(t, id, book)}{' '}
            {file.broken === null && mayRemove(id) && (
              <button
                type="button"
                class="plain noprint"
                aria-label={t(id === me?.id ? 'file.recuse' : 'file.remove.of', { name: nameOf(t, id, book) })}
                onClick={() => setAsked(id)}
              >
                {t(id === me?.id ? 'file.recuse' : 'file.remove')}
              </button>
            )}
          </li>
        ))}
        {leftOf(file).map(({ id, day }) => (
          <li key={`left-${id}`}>
            <s>{nameOf(t, id, book)}</s> <span class="quiet">{t('file.left', { day })}</span>
          </li>
        ))}
        {file.excluded.map((id) => (
          <li key={`out-${id}`}>
            <s>{nameOf(t, id, book)}</s> <span class="quiet">{t('file.excluded')}</span>
          </li>
        ))}
      </ul>
      {asked === 'readmit' && <Readmitting file={file} onClose={() => setAsked(null)} />}
      {asked === 'grant' && request === null && (
        <Granting address={file.address} people={others} onClose={() => setAsked(null)} />
      )}
      {asked === 'grant' && request !== null && (
        <Newcomer of={request} people={others.filter(({ role }) => joins(role))} onClose={() => setAsked(null)} />
      )}
      {asked === me?.id && left && <Leaving address={file.address} heir={left.heir} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'grant' && asked !== 'readmit' && !(asked === me?.id && left) && (
        <Asking
          address={file.address}
          what={asked === me?.id ? 'recuse' : 'remove'}
          member={asked}
          name={nameOf(t, asked, book)}
          onClose={() => setAsked(null)}
          onDone={() => {
            if (asked === me?.id) location.hash = '#inbox'
          }}
        />
      )}
    </section>
  )
}

/** Whose a further key is: a representative by the name that the reporter gave. */
const keyName = (t: OfficeTranslate, { entries }: OpenedFile, { standing, id }: FurtherKey): string => {
  const step = entries.findLast(({ rule, key }) => rule === null && key?.id === id && key.letIn)?.step
  const name = step?.type === 'represented' ? step.name : undefined
  return name === undefined ? t(`file.side.${standing}`) : t('bar.me', { name, role: t(`file.side.${standing}`) })
}

/** In a request an investigator or alternate reviewer joins by the step that sends it to them. */
const joins = (role: Author['role']): boolean => role !== 'investigator' && role !== 'alternate'

/** Who was taken out and has not come back, with the day. */
const leftOf = (file: OpenedFile): readonly { readonly id: string; readonly day: string }[] => {
  const days = new Map<string, string>()
  for (const { kind, rule, members, day } of file.entries) {
    if (kind === 'remove' && rule === null) for (const id of members) days.set(id, day)
  }
  return [...days].filter(([id]) => !file.readers.includes(id)).map(([id, day]) => ({ id, day }))
}
