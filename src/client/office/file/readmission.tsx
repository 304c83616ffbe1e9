import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { nameOf } from './entry-words.ts'
import { Readmitting } from './readmitting.tsx'

/** Said before the account: that a colleague signed for somebody who lost their words, or that somebody is here by such words. */
export const Readmission = ({ file, book }: { file: OpenedFile; book: Book | null }): VNode | null => {
  const t = useWords()
  const me = useCell(useDesk().me)
  const [asked, setAsked] = useState(false)
  const { readmission } = file
  const again = file.furtherKeys.some(({ standing }) => standing === 'readmitted')
  if (readmission === null) return again ? <p class="box">{t('file.readmit.here')}</p> : null
  const mine = readmission.officer === me?.id
  return (
    <div class="box warn">
      <p>{t('file.readmit.waits', { who: nameOf(t, readmission.officer, book) })}</p>
      {!mine && file.broken === null && (
        <div class="acts noprint">
          <Button onClick={() => setAsked(true)}>{t('file.readmit.second')}</Button>
        </div>
      )}
      {asked && <Readmitting file={file} waiting={readmission.line} onClose={() => setAsked(false)} />}
    </div>
  )
}
